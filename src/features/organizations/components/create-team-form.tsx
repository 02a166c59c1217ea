'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { createTeamAction } from '../actions';

/** Names a team and makes it. */
export function CreateTeamForm({ label }: { label?: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="team" />
      <TextField
        label={t('members.client.create.name')}
        name="name"
        required
        maxLength={80}
        autoComplete="organization"
        hint={t('members.client.create.nameHint')}
        defaultValue={state.values?.name}
        error={state.fields?.name}
      />
      <SubmitButton size="big">{label ?? t('members.client.create.submit')}</SubmitButton>
    </form>
  );
}

/** A team of one, under the person's own name. */
export function StartSoloForm({ name }: { name: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-3">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="solo" />
      <input type="hidden" name="name" value={name} />
      <SubmitButton size="big" variant="default">
        {t('members.client.create.solo')}
      </SubmitButton>
    </form>
  );
}
