'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { changePasswordAction, setPasswordAction } from '../actions';

/** Somebody who joined by an invitation has no password yet and sets one; everybody else changes it. */
export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const { t } = useTexts();
  const [state, action] = useActionState(hasPassword ? changePasswordAction : setPasswordAction, EMPTY_FORM);
  return (
    <form action={action} className="grid max-w-form gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && <Alert tone="good">{state.done}</Alert>}
      {/* Tells password managers whose password this is. */}
      <input type="text" hidden autoComplete="username" name="username" value={email} readOnly />
      {hasPassword && (
        <TextField
          label={t('account.client.password.current')}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          error={state.fields?.currentPassword}
        />
      )}
      <TextField
        label={t('account.client.password.new')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={t(hasPassword ? 'account.client.password.changeHint' : 'account.client.password.hint')}
        error={state.fields?.password}
      />
      <div>
        <SubmitButton variant="default">
          {t(hasPassword ? 'account.client.password.change' : 'account.client.password.set')}
        </SubmitButton>
      </div>
    </form>
  );
}
