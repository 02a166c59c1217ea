'use client';

import { UserPlus } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { SelectField, TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
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

type Refusal = { message: string; rows: { email: string; reason: string }[] };

/** Paste addresses, choose role and credits; all of them are invited or none. */
export function InviteDialog({ slug, pool, roles, primary = false }: InviteDialogProps) {
  const { t, rich } = useTexts();
  // `?invite`: somebody came to do just this.
  const asked = useSearchParams()?.has('invite') ?? false;
  const [opened, setOpened] = useState(false);
  const setOpen = (open: boolean) => {
    setOpened(open);
    if (!open && asked) history.replaceState(null, '', location.pathname);
  };
  const [pasted, setPasted] = useState('');
  const [credits, setCredits] = useState(0);
  const [refusal, setRefusal] = useState<Refusal>();
  const [pending, startTransition] = useTransition();
  // State arrives a render late; two presses in one frame need a lock that is set at once.
  const sending = useRef(false);
  const emails = splitEmails(pasted);
  const needed = emails.length * credits;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    const role = new FormData(event.currentTarget).get('role') as Role;
    startTransition(async () => {
      try {
        const result = await inviteAction(slug, { emails, role, credits });
        if (!result.ok) {
          const rows = (result.details?.rows ?? []) as Refusal['rows'];
          setRefusal({ message: result.fields?.emails ?? result.message, rows });
          return;
        }
        setOpen(false);
        setPasted('');
        setRefusal(undefined);
        toast.success(t('members.client.invite.done', { count: result.value.invited }));
      } finally {
        sending.current = false;
      }
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
          <Alert tone="bad" title={refusal.message}>
            {refusal.rows.length > 1 && (
              <ul className="mt-1 grid gap-1">
                {refusal.rows.map((row) => (
                  <li key={`${row.email} ${row.reason}`}>
                    <b className="font-medium">{row.email}</b>: {row.reason}
                  </li>
                ))}
              </ul>
            )}
          </Alert>
        )}
        <DialogActions>
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
