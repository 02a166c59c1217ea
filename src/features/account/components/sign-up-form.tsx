'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { signUpAction } from '../sign-in-actions';

export function SignUpForm({ next }: { next: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(signUpAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t('account.client.signUp.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={state.values?.name}
        error={state.fields?.name}
      />
      <TextField
        label={t('account.client.profile.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.values?.email}
        error={state.fields?.email}
      />
      <TextField
        label={t('account.client.password.password')}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={128}
        hint={t('account.client.password.hint')}
        error={state.fields?.password}
      />
      <SubmitButton size="big" className="mt-2">
        {t('account.client.signUp.submit')}
      </SubmitButton>
    </form>
  );
}
