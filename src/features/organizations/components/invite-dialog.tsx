'use client';

import { UserPlus } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import type { Role } from '@/lib/permissions';
import { inviteAction } from '../member-actions';
import { splitEmails } from '../rules';

type InviteDialogProps = {
  slug: string;
  /** Free credits in the pool. */
  pool: number;
  roles: readonly Role[];
  /** Opens it as the page's one primary action. */
  primary?: boolean;
};

type RefusedRow = { email: string; reason: string };

/** Paste addresses, choose role and credits; all of them are invited or none. */
export function InviteDialog({ slug, pool, roles, primary = false }: InviteDialogProps) {
  const { t, rich } = useTexts();
  // `?invite`: somebody came to do just this.
  const asked = useSearchParams()?.has('invite') ?? false;
  const [opened, setOpened] = useState(false);
  const [pasted, setPasted] = useState('');
  const [credits, setCredits] = useState(0);
  const { pending, busy, refusal, clear, submit } = useSubmit('ui.client.lost.check');
  const refused = (refusal?.details?.rows ?? []) as RefusedRow[];
  const emails = splitEmails(pasted);
  const needed = emails.length * credits;

  const setOpen = (open: boolean) => {
    if (busy()) return;
    clear();
    setOpened(open);
    if (!open && asked) history.replaceState(null, '', location.pathname);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const role = new FormData(event.currentTarget).get('role') as Role;
    submit(() => inviteAction(slug, { emails, role, credits }), {
      onDone: ({ invited }) => {
        setOpen(false);
        setPasted('');
        toast.success(t('members.client.invite.done', { count: invited }));
      },
    });
  };

  return (
    <Dialog
      open={opened || asked}
      onOpenChange={setOpen}
      title={t('members.client.invite.title')}
      description={t('members.client.invite.description')}
      trigger={
        <Button variant={primary ? 'key' : 'default'}>
          <UserPlus className="size-4" aria-hidden="true" />
          {t('members.client.invite.title')}
        </Button>
      }
    >
      <form onSubmit={send} className="grid gap-4">
        <TextareaField
          label={t('members.client.invite.emails')}
          hint={t('members.client.invite.emailsHint')}
          rows={4}
          required
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          placeholder={'jonas@acme.example\nelif@acme.example'}
        />
        <SelectField label={t('members.client.invite.role')} name="role" defaultValue="member">
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`members.client.invite.roles.${role}`)}
            </option>
          ))}
        </SelectField>
        <div className="grid justify-items-start gap-1.5">
          <span className="font-medium">{t('members.client.invite.credits')}</span>
          <Stepper
            label={t('members.client.invite.credits')}
            value={credits}
            onValueChange={setCredits}
            max={1000}
          />
          <p className="text-12 text-ink-3">
            {t(credits === 0 ? 'members.client.invite.noCreditsHint' : 'members.client.invite.creditsHint', {
              pool,
            })}
          </p>
        </div>
        {needed > pool && (
          <Alert tone="warn">
            {rich('members.client.invite.tooMany', {
              needed: () => <CreditAmount amount={needed} />,
              pool: () => <CreditAmount amount={pool} />,
            })}
          </Alert>
        )}
        {refusal && (
          <Alert tone="bad" title={refusal.fields?.emails ?? refusal.message}>
            {refused.length > 1 && (
              <ul className="mt-1 grid gap-1">
                {refused.map((row) => (
                  <li key={`${row.email} ${row.reason}`}>
                    <b className="font-medium">{row.email}</b>: {row.reason}
                  </li>
                ))}
              </ul>
            )}
          </Alert>
        )}
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <Button
            type="submit"
            variant="key"
            pending={pending}
            disabled={emails.length === 0 || needed > pool}
          >
            {emails.length === 0
              ? t('members.client.invite.none')
              : needed === 0
                ? t('members.client.invite.submit', { people: emails.length })
                : t('members.client.invite.submitWith', { people: emails.length, credits: needed })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
