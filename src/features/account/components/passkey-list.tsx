'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { CardBody, CardFoot } from '@/components/ui/card';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { EMPTY_FORM, type FormState } from '@/lib/form-state';
import { removePasskeyAction, renamePasskeyAction } from '../passkey-actions';

type Passkey = { id: string; name: string; createdAt: string; synced: boolean };

export function PasskeyList({ passkeys }: { passkeys: readonly Passkey[] }) {
  return (
    <>
      {passkeys.length === 0 ? (
        <CardBody className="text-ink-2">
          Sign in with your finger, your face or your device’s PIN instead of a password. Nothing to remember,
          and nothing that a false page could ask you for.
        </CardBody>
      ) : (
        <ul className="divide-y">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2">
              <span className="min-w-0 flex-1 basis-40">
                <span className="block truncate font-medium">{passkey.name}</span>
                <span className="text-12 text-ink-3">
                  Added <Time value={passkey.createdAt} style="date-year" />
                  {passkey.synced ? ', on all devices of its account' : ', on one device'}
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
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState('');
  const add = async () => {
    setPending(true);
    setMessage('');
    const { addPasskey } = await import('./add-passkey');
    const outcome = window.PublicKeyCredential
      ? await addPasskey()
      : ({ ok: false, message: 'This browser knows no passkeys.' } as const);
    setPending(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.success('Passkey added.');
    router.refresh();
  };
  return (
    <CardFoot className="noscript:hidden">
      <Button size="sm" pending={pending} onClick={add}>
        Add a passkey
      </Button>
      {message && (
        <Alert tone="bad" className="basis-full">
          {message}
        </Alert>
      )}
    </CardFoot>
  );
}

function RenameDialog({ passkey: { id, name } }: { passkey: Passkey }) {
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
        <Button size="sm" aria-label={`Rename ${name}`}>
          Rename
        </Button>
      }
      title="Name of this passkey"
    >
      <form action={action} className="grid gap-4">
        {state.message && <Alert tone="bad">{state.message}</Alert>}
        <input type="hidden" name="id" value={id} />
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          required
          maxLength={60}
          defaultValue={state.values?.name ?? name}
          error={state.fields?.name}
        />
        <DialogActions>
          <SubmitButton>Save</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function RemoveButton({ passkey: { id, name } }: { passkey: Passkey }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Remove ${name}`}>
          Remove
        </Button>
      }
      title={`Remove ${name}?`}
      description="It no longer signs in here. Your device may still offer it until you delete it there, too."
      confirmLabel="Remove the passkey"
      onConfirm={async () => {
        const { message } = await removePasskeyAction(id);
        if (message) return { error: message };
        toast.success('Passkey removed.');
        return undefined;
      }}
    />
  );
}
