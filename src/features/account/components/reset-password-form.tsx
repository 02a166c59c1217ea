'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { resetPasswordAction } from '../sign-in-actions';

export function ResetPasswordForm({ token }: { token: string }) {
  const [state, action] = useActionState(resetPasswordAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint="At least 10 characters. All other devices are signed out."
        error={state.fields?.password}
      />
      <SubmitButton size="big">Save password</SubmitButton>
    </form>
  );
}
