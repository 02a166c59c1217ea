'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Arrival } from '@/lib/arrival';
import { EMPTY_FORM } from '@/lib/form-state';
import { createTeamAction } from '../actions';

type Along = {
  /** What the person came for: goes along to the page after. */
  fields?: Arrival['fields'];
  /** The page's one primary action. */
  primary?: boolean;
};

/** Names a team and makes it. */
export function CreateTeamForm({ label, fields, primary = true }: Along & { label?: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="team" />
      <Fields fields={fields} />
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
      <SubmitButton size="big" variant={primary ? 'key' : 'default'}>
        {label ?? t('members.client.create.submit')}
      </SubmitButton>
    </form>
  );
}

/** A team of one, under the person's own name. */
export function StartSoloForm({ name, fields, primary = false }: Along & { name: string }) {
  const { t } = useTexts();
  const [state, action] = useActionState(createTeamAction, EMPTY_FORM);
  return (
    <form action={action} className="grid gap-3">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <input type="hidden" name="kind" value="solo" />
      <input type="hidden" name="name" value={name} />
      <Fields fields={fields} />
      <SubmitButton size="big" variant={primary ? 'key' : 'default'}>
        {t('members.client.create.solo')}
      </SubmitButton>
    </form>
  );
}

function Fields({ fields = {} }: Pick<Along, 'fields'>) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
