'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { createTeamAction } from '../actions';

/** Names a team and makes it. */
export function CreateTeamForm({ label = 'Start the team' }: { label?: string }) {
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="team" />
      <TextField
        label="Team name"
        name="name"
        required
        maxLength={80}
        autoComplete="organization"
        hint="Your company or group. People you invite see it."
        defaultValue={state.values?.name}
        error={state.fields?.name}
      />
      <SubmitButton size="big">{label}</SubmitButton>
    </form>
  );
}

/** A team of one, under the person's own name. */
export function StartSoloForm({ name }: { name: string }) {
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-3">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="solo" />
      <input type="hidden" name="name" value={name} />
      <SubmitButton size="big" variant="default">
        Just me
      </SubmitButton>
    </form>
  );
}
