'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { giveCodeAction } from '../sign-in-actions';

/** The second step of signing in. `backup` takes letters too. */
export function CodeForm({ next, backup }: { next: string; backup: boolean }) {
  const { t } = useTexts();
  const [state, action] = useActionState(giveCodeAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={t(backup ? 'account.client.code.backup' : 'account.client.code.code')}
        name="code"
        inputMode={backup ? 'text' : 'numeric'}
        autoComplete={backup ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
        error={state.fields?.code}
      />
      <Checkbox
        name="trustDevice"
        label={t('account.client.code.trust')}
        hint={t('account.client.code.trustHint')}
      />
      <SubmitButton size="big" className="mt-2">
        {t('account.client.signIn.submit')}
      </SubmitButton>
    </form>
  );
}
