'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { changePasswordAction, setPasswordAction } from '../actions';

/** Somebody who joined by an invitation has no password yet and sets one; everybody else changes it. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const [state, action] = useActionState(hasPassword ? changePasswordAction : setPasswordAction, EMPTY_FORM);
  return (
    <form action={action} className="grid max-w-form gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && <Alert tone="good">{state.done}</Alert>}
      {/* Tells password managers whose password this is. */}
      <input type="text" hidden autoComplete="username" name="username" value={email} readOnly />
      {hasPassword && (
        <TextField
          label="Current password"
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          error={state.fields?.currentPassword}
        />
      )}
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={
          hasPassword ? 'At least 10 characters. Other devices are signed out.' : 'At least 10 characters.'
        }
        error={state.fields?.password}
      />
      <div>
        <SubmitButton variant="default">{hasPassword ? 'Change password' : 'Set password'}</SubmitButton>
      </div>
    </form>
  );
}
