'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { deleteAccountAction } from '../deletion-actions';

type DeleteAccountFormProps = {
  email: string;
  proof: 'code' | 'password' | 'none';
  /** Unspent credits that were paid for and end with a team of one. */
  givenUp: number;
};

/** The address once more, a proof that it is them, and the press that ends the account. */
export function DeleteAccountForm({ email, proof, givenUp }: DeleteAccountFormProps) {
  const { t } = useTexts();
  const [state, action] = useActionState(deleteAccountAction, EMPTY_FORM);
  return (
    <form action={action} className="grid max-w-form gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {givenUp > 0 && (
        <Checkbox
          name="giveUpCredits"
          required
          label={t('deletion.client.confirm.giveUp', { count: givenUp })}
        />
      )}
      <TextField
        label={t('deletion.client.confirm.email')}
        name="email"
        type="email"
        autoComplete="off"
        required
        hint={t('deletion.client.confirm.emailHint', { email })}
        defaultValue={state.values?.email}
        error={state.fields?.email}
      />
      {proof === 'code' && (
        <TextField
          label={t('deletion.client.confirm.code')}
          name="proof"
          autoComplete="one-time-code"
          required
          maxLength={128}
          hint={t('deletion.client.confirm.codeHint')}
          error={state.fields?.proof}
        />
      )}
      {proof === 'password' && (
        <TextField
          label={t('deletion.client.confirm.password')}
          name="proof"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          error={state.fields?.proof}
        />
      )}
      <div>
        <SubmitButton variant="danger">{t('deletion.client.confirm.press')}</SubmitButton>
      </div>
    </form>
  );
}
