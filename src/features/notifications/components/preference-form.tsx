'use client';

import { useActionState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Card, CardFoot, CardHead } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import { KIND_NAMES, NOTICE_KINDS, type NoticeKind, type Preferences, type Telling } from '../kind-types';
import { savePreferencesAction } from '../preference-actions';

const GRID =
  'grid grid-cols-[minmax(0,1fr)_5rem_5rem] items-center gap-x-4 px-5 phone:grid-cols-[minmax(0,1fr)_3.5rem_3.5rem] max-[16rem]:grid-cols-2';

type PreferenceFormProps = {
  preferences: Preferences;
  /** Whether the person runs a team. */
  admin: boolean;
};

/** What to be told, inside headcraft and by mail, one line a kind. */
export function PreferenceForm({ preferences, admin }: PreferenceFormProps) {
  const { t } = useTexts();
  const [state, action] = useActionState(savePreferencesAction, EMPTY_FORM);
  const mine = KIND_NAMES.filter((kind) => !NOTICE_KINDS[kind].admins);
  const teams = KIND_NAMES.filter((kind) => NOTICE_KINDS[kind].admins);
  return (
    <form action={action} className="grid max-w-reading gap-6 phone:gap-4">
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      {state.done && <Alert tone="good">{state.done}</Alert>}
      <Kinds title={t('emails.client.notices.form.mine')} kinds={mine} preferences={preferences} />
      {admin && (
        <Kinds title={t('emails.client.notices.form.teams')} kinds={teams} preferences={preferences} />
      )}
      <div>
        <SubmitButton variant="default">{t('emails.client.notices.form.save')}</SubmitButton>
      </div>
    </form>
  );
}

type KindsProps = { title: string; kinds: readonly NoticeKind[]; preferences: Preferences };

function Kinds({ title, kinds, preferences }: KindsProps) {
  const { t } = useTexts();
  return (
    <Card>
      <CardHead title={title} />
      <div className={`${GRID} py-2 text-12 text-ink-3`} aria-hidden="true">
        <span className="col-start-2 text-center max-[16rem]:col-start-1">
          {t('emails.client.notices.form.inApp')}
        </span>
        <span className="text-center">{t('emails.client.notices.form.email')}</span>
      </div>
      <ul className="divide-y border-t">
        {kinds.map((kind) => {
          const { inApp, email } = NOTICE_KINDS[kind];
          const label = t(`emails.client.notices.kind.${kind}.label`);
          return (
            <li key={kind} className={`${GRID} min-h-14 py-2`}>
              <input type="hidden" name="kind" value={kind} />
              <span className="max-[16rem]:col-span-2">
                <span className="block font-medium">{label}</span>
                <span className="text-12 text-ink-3">{t(`emails.client.notices.kind.${kind}.what`)}</span>
              </span>
              <Choice
                name={`inApp:${kind}`}
                telling={inApp}
                checked={preferences[kind].inApp}
                label={t('emails.client.notices.form.inAppOf', { kind: label })}
              />
              <Choice
                name={`email:${kind}`}
                telling={email}
                checked={preferences[kind].email}
                label={t('emails.client.notices.form.emailOf', { kind: label })}
              />
            </li>
          );
        })}
      </ul>
      <CardFoot>{t('emails.client.notices.form.duty')}</CardFoot>
    </Card>
  );
}

type ChoiceProps = { name: string; telling: Telling; checked: boolean; label: string };

function Choice({ name, telling, checked, label }: ChoiceProps) {
  const { t } = useTexts();
  if (telling !== 'choice') {
    return (
      <span className="text-center text-12 text-ink-3">
        <span className="sr-only">{label}: </span>
        {t(`emails.client.notices.form.${telling}`)}
      </span>
    );
  }
  return (
    <Checkbox
      key={String(checked)}
      name={name}
      label={label}
      hideLabel
      defaultChecked={checked}
      className="justify-self-center"
    />
  );
}
