'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { renameAction } from '../actions';

export function ProfileForm({ name, email }: { name: string; email: string }) {
  const [state, action] = useActionState(renameAction, EMPTY_FORM);
  return (
    <form action={action} className="grid max-w-form gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && <Alert tone="good">{state.done}</Alert>}
      <TextField
        key={name}
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={state.values?.name ?? name}
        error={state.fields?.name}
      />
      <TextField label="E-mail" value={email} readOnly hint="Your invitations and receipts go there." />
      <div>
        <SubmitButton variant="default">Save</SubmitButton>
      </div>
    </form>
  );
}
