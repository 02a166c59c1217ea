'use client';

import { type ReactNode, useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import type { ButtonVariant } from '@/components/ui/button-class';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { requestResetAction, resendVerificationAction, sendSignInLinkAction } from '../sign-in-actions';

const ACTIONS = {
  reset: requestResetAction,
  verification: resendVerificationAction,
  'sign-in-link': sendSignInLinkAction,
};

type EmailFormProps = {
  /** Which mail to ask for. */
  mail: keyof typeof ACTIONS;
  label: string;
  email?: string | null;
  next?: string;
  variant?: ButtonVariant;
  /** Below the answer, such as the way to the local mailbox. */
  children?: ReactNode;
};

/** Asks for one mail. The answer is the same whether the address has an account or not. */
export function EmailForm({ mail, label, email, next, variant = 'key', children }: EmailFormProps) {
  const { t } = useTexts();
  const [state, action] = useActionState(ACTIONS[mail], EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && (
        <Alert tone="good" title={t('account.client.email.check')}>
          {t('account.client.email.sent', { address: state.done })}
        </Alert>
      )}
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        label={t('account.client.profile.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.values?.email ?? email ?? undefined}
        error={state.fields?.email}
      />
      <SubmitButton size="big" variant={variant} className="mt-2">
        {label}
      </SubmitButton>
      {children}
    </form>
  );
}
