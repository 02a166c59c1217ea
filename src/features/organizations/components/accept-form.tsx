'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { acceptInvitationAction, askAgainAction, signInToAcceptAction } from '../invitation-actions';

/** `newcomer` has no account yet and says their name. */
export function AcceptForm({ token, team, newcomer }: { token: string; team: string; newcomer: boolean }) {
  const { t } = useTexts();
  const [state, action] = useActionState(acceptInvitationAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      {newcomer && (
        <TextField
          label={t('members.client.accept.name')}
          name="name"
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={state.values?.name}
          error={state.fields?.name}
        />
      )}
      {/* A team's name can be longer than a phone is wide. */}
      <SubmitButton size="big" className="h-auto min-h-11 min-w-0 whitespace-normal text-balance py-2">
        <span className="min-w-0 wrap-anywhere">{t('members.client.accept.submit', { team })}</span>
      </SubmitButton>
    </form>
  );
}

export function SignInToAcceptForm({ token, label }: { token: string; label: string }) {
  return (
    <form action={signInToAcceptAction} className="grid">
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="big">{label}</SubmitButton>
    </form>
  );
}

/** For an expired link: one notice to the team's admins. */
export function AskAgainForm({ token }: { token: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(askAgainAction, EMPTY_FORM);
  if (state.done) {
    return <Alert tone="good">{t('members.client.accept.told')}</Alert>;
  }
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="big">{t('members.client.accept.askAgain')}</SubmitButton>
    </form>
  );
}
