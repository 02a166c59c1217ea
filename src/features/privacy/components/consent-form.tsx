'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Policy } from '../policy';
import { sendConsent } from './consent-api';

/** The form keeps them: a tick that comes before the page's script is there stays. */
const ATTESTATIONS = ['adult', 'ownPhotos'] as const;
type Attestation = (typeof ATTESTATIONS)[number];

type ConsentFormProps = {
  /** Slug or id. */
  team: string;
  policy: Policy & { textHash: string };
  onAccepted: () => void;
};

/** What happens to the photos, read and accepted by the person themselves before the first one. */
export function ConsentForm({ team, policy, onAccepted }: ConsentFormProps) {
  const texts = useTexts();
  const { t, rich } = texts;
  const router = useRouter();
  const [missing, setMissing] = useState<Attestation[]>([]);
  // React empties a form after its action, down to what it started with.
  const [ticked, setTicked] = useState<Attestation[]>([]);
  const [error, setError] = useState<string | null>(null);

  const accept = async (form: FormData) => {
    const given = ATTESTATIONS.filter((name) => form.has(name));
    const open = ATTESTATIONS.filter((name) => !form.has(name));
    setTicked(given);
    setMissing(open);
    setError(null);
    if (open.length > 0) return;
    const { version: policyVersion, textHash } = policy;
    const consent = { policyVersion, textHash, adult: true, ownPhotos: true } as const;
    const answer = await sendConsent(team, consent, texts);
    if (!answer.error) return onAccepted();
    setError(answer.error);
    if (answer.changed) router.refresh();
  };

  return (
    <Card aria-labelledby="consent-title">
      <CardHead id="consent-title" title={t('privacy.client.consent.title')} />
      <CardBody>
        <dl className="grid max-w-reading gap-4">
          {policy.sections.map(({ title, text }) => (
            <div key={title}>
              <dt className="font-semibold">{title}</dt>
              <dd className="mt-0.5 text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
        {/* An action and no handler: React keeps a press that came before the page's script, and acts on it. */}
        <form action={accept} noValidate className="mt-5 grid gap-4 border-t pt-5">
          {ATTESTATIONS.map((name) => (
            <Checkbox
              key={name}
              name={name}
              label={policy.attestations[name]}
              defaultChecked={ticked.includes(name)}
              onChange={() => setMissing((open) => open.filter((one) => one !== name))}
              error={missing.includes(name) ? t('privacy.client.consent.tick') : undefined}
            />
          ))}
          {error && <Alert tone="bad">{error}</Alert>}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <SubmitButton className="phone:w-full">{t('privacy.client.consent.submit')}</SubmitButton>
            <span className="text-12 text-ink-3">
              {rich('privacy.client.consent.version', {
                version: () => <span className="code">{policy.version}</span>,
              })}
            </span>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
