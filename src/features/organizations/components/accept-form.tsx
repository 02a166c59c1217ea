'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { acceptInvitationAction, askAgainAction, signInToAcceptAction } from '../invitation-actions';

/** `newcomer` has no account yet and says their name. */
export function AcceptForm({ token, team, newcomer }: { token: string; team: string; newcomer: boolean }) {
  const [state, action] = useActionState(acceptInvitationAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      {newcomer && (
        <TextField
          label="Your name"
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
        <span className="min-w-0 wrap-anywhere">Accept and join {team}</span>
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
  const [state, action] = useActionState(askAgainAction, EMPTY_FORM);
  if (state.done) {
    return <Alert tone="good">The admins of your team were told. A new link comes by e-mail.</Alert>;
  }
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="big">Ask for a new invitation</SubmitButton>
    </form>
  );
}
