'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { giveCodeAction } from '../sign-in-actions';

/** The second step of signing in. `backup` takes letters too. */
export function CodeForm({ next, backup }: { next: string; backup: boolean }) {
  const [state, action] = useActionState(giveCodeAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={backup ? 'Backup code' : 'Code'}
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
        label="Trust this device for 30 days"
        hint="It is not asked for a code again. Not on a computer that others use."
      />
      <SubmitButton size="big" className="mt-2">
        Sign in
      </SubmitButton>
    </form>
  );
}
