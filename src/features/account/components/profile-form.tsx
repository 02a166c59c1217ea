'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/texts/languages';
import { saveProfileAction } from '../actions';

type ProfileFormProps = { name: string; email: string; language: Language };

export function ProfileForm({ name, email, language }: ProfileFormProps) {
  const { t } = useTexts();
  const [state, action] = useActionState(saveProfileAction, EMPTY_FORM);
  return (
    <form action={action} className="grid max-w-form gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && <Alert tone="good">{state.done}</Alert>}
      <TextField
        key={name}
        label={t('account.client.profile.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={state.values?.name ?? name}
        error={state.fields?.name}
      />
      <TextField
        label={t('account.client.profile.email')}
        value={email}
        readOnly
        hint={t('account.client.profile.emailHint')}
      />
      <SelectField
        key={language}
        label={t('account.client.profile.language')}
        hint={t('account.client.profile.languageHint')}
        name="language"
        defaultValue={language}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </SelectField>
      <div>
        <SubmitButton variant="default">{t('account.client.profile.save')}</SubmitButton>
      </div>
    </form>
  );
}
