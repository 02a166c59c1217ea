'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
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
  const running = useRef(false);
  const [missing, setMissing] = useState<Attestation[]>([]);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const accept = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget);
    const open = ATTESTATIONS.filter((name) => !ticked.has(name));
    setMissing(open);
    if (open.length > 0 || running.current) return;
    running.current = true;
    setPending(true);
    setError(null);
    const { version: policyVersion, textHash } = policy;
    const given = { policyVersion, textHash, adult: true, ownPhotos: true } as const;
    const answer = await sendConsent(team, given, texts);
    running.current = false;
    setPending(false);
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
        <form onSubmit={accept} noValidate className="mt-5 grid gap-4 border-t pt-5">
          {ATTESTATIONS.map((name) => (
            <Checkbox
              key={name}
              name={name}
              label={policy.attestations[name]}
              onChange={() => setMissing((open) => open.filter((one) => one !== name))}
              error={missing.includes(name) ? t('privacy.client.consent.tick') : undefined}
            />
          ))}
          {error && <Alert tone="bad">{error}</Alert>}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button type="submit" variant="key" pending={pending} className="phone:w-full">
              {t('privacy.client.consent.submit')}
            </Button>
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
