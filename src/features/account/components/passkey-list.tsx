'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { CardBody, CardFoot } from '@/components/ui/card';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { EMPTY_FORM, type FormState } from '@/lib/form-state';
import type { MessageKey } from '@/texts/message-key';
import { removePasskeyAction, renamePasskeyAction } from '../passkey-actions';

type Passkey = { id: string; name: string; createdAt: string; synced: boolean };

export function PasskeyList({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t, rich } = useTexts();
  return (
    <>
      {passkeys.length === 0 ? (
        <CardBody className="text-ink-2">{t('account.client.passkey.lead')}</CardBody>
      ) : (
        <ul className="divide-y">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2">
              <span className="min-w-0 flex-1 basis-40">
                <span className="block truncate font-medium">{passkey.name}</span>
                <span className="text-12 text-ink-3">
                  {rich(passkey.synced ? 'account.client.passkey.synced' : 'account.client.passkey.single', {
                    day: () => <Time key="day" value={passkey.createdAt} style="date-year" />,
                  })}
                </span>
              </span>
              <span className="flex gap-2">
                <RenameDialog passkey={passkey} />
                <RemoveButton passkey={passkey} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <AddPasskey />
    </>
  );
}

function AddPasskey() {
  const { t } = useTexts();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState<MessageKey>();
  const add = async () => {
    setPending(true);
    setMessage(undefined);
    const { addPasskey } = await import('./add-passkey');
    const outcome = window.PublicKeyCredential
      ? await addPasskey()
      : ({ ok: false, message: 'account.client.passkey.browser' } as const);
    setPending(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.success(t('account.client.passkey.added'));
    router.refresh();
  };
  return (
    <CardFoot className="noscript:hidden">
      <Button size="sm" pending={pending} onClick={add}>
        {t('account.client.passkey.add')}
      </Button>
      {message && (
        <Alert tone="bad" className="basis-full">
          {t(message)}
        </Alert>
      )}
    </CardFoot>
  );
}

function RenameDialog({ passkey: { id, name } }: { passkey: Passkey }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [state, action] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await renamePasskeyAction(previous, form);
    if (next.done) setOpen(false);
    return next;
  }, EMPTY_FORM);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={t('account.client.passkey.renameOf', { name })}>
          {t('account.client.passkey.rename')}
        </Button>
      }
      title={t('account.client.passkey.nameOf')}
    >
      <form action={action} className="grid gap-4">
        {state.message && <Alert tone="bad">{state.message}</Alert>}
        <input type="hidden" name="id" value={id} />
        <TextField
          label={t('account.client.profile.name')}
          name="name"
          autoComplete="off"
          required
          maxLength={60}
          defaultValue={state.values?.name ?? name}
          error={state.fields?.name}
        />
        <DialogActions>
          <DialogClose>
            <Button>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <SubmitButton>{t('account.client.profile.save')}</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function RemoveButton({ passkey: { id, name } }: { passkey: Passkey }) {
  const { t } = useTexts();
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={t('account.client.passkey.removeOf', { name })}>
          {t('account.client.passkey.remove')}
        </Button>
      }
      title={t('account.client.passkey.removeTitle', { name })}
      description={t('account.client.passkey.removeBody')}
      confirmLabel={t('account.client.passkey.removeConfirm')}
      onConfirm={async () => {
        const { message } = await removePasskeyAction(id);
        if (message) return { error: message };
        toast.success(t('account.client.passkey.removed'));
        return undefined;
      }}
    />
  );
}
