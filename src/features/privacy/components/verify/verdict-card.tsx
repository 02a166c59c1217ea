import { BadgeCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { ApertureSpinner } from '@/components/ui/aperture';
import type { Verification } from '../../provenance/verify-types';
import type { Check } from './use-check';

/** What the check says, or that it is under way. */
export function VerdictCard({ check }: { check: Exclude<Check, { state: 'idle' }> }) {
  const { t } = useTexts();
  if (check.state === 'checking')
    return (
      <Card icon={<ApertureSpinner className="size-6" />} title={t('privacy.client.verify.checking')}>
        <p className="break-words text-ink-2">{check.name}</p>
      </Card>
    );
  if (check.state === 'failed')
    return (
      <Card
        icon={<TriangleAlert className="size-6 text-warn" strokeWidth={1.5} />}
        title={t('privacy.client.verify.notChecked')}
      >
        <p className="text-ink-2">{check.message}</p>
      </Card>
    );
  return (
    <Card
      icon={<Sign verification={check.verification} />}
      title={t(check.verification.made ? 'privacy.client.verify.made' : 'privacy.client.verify.unknown')}
      preview={check.preview}
    >
      {check.verification.made ? <Made {...check.verification} /> : <NotMade />}
    </Card>
  );
}

function Sign({ verification }: { verification: Verification }) {
  return verification.made ? (
    <BadgeCheck className="size-6 text-good" strokeWidth={1.5} />
  ) : (
    <CircleHelp className="size-6 text-ink-2" strokeWidth={1.5} />
  );
}

function Made({ madeOn, kind, match }: Extract<Verification, { made: true }>) {
  const { t, longDay } = useTexts();
  const day = longDay(new Date(`${madeOn}T12:00:00Z`));
  return (
    <>
      <p>
        {t('privacy.client.verify.madeOn', { day })} {t(`privacy.client.verify.kind.${kind}`)}
      </p>
      <p className="text-ink-2">{t(`privacy.client.verify.match.${match}`)}</p>
    </>
  );
}

function NotMade() {
  const { t } = useTexts();
  return (
    <>
      <p>{t('privacy.client.verify.notOurs')}</p>
      <p className="text-ink-2">{t('privacy.client.verify.orGone')}</p>
    </>
  );
}

type CardProps = { icon: ReactNode; title: string; preview?: string; children: ReactNode };

function Card({ icon, title, preview, children }: CardProps) {
  return (
    <section className="flex items-start gap-5 rounded-card border bg-card p-5 sm:p-6">
      {preview && (
        // biome-ignore lint/performance/noImgElement: a file of this browser, which no server can resize
        <img src={preview} alt="" className="h-30 w-24 shrink-0 rounded-picture object-cover" />
      )}
      <div className="grid min-w-0 gap-2">
        <div className="flex items-center gap-2">
          <span aria-hidden="true">{icon}</span>
          <h2 className="font-semibold text-20">{title}</h2>
        </div>
        {children}
      </div>
    </section>
  );
}
