'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { resetPasswordAction } from '../sign-in-actions';

export function ResetPasswordForm({ token }: { token: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(resetPasswordAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="token" value={token} />
      <TextField
        label={t('account.client.password.new')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={t('account.client.password.resetHint')}
        error={state.fields?.password}
      />
      <SubmitButton size="big">{t('account.client.password.save')}</SubmitButton>
    </form>
  );
}
