import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Chip } from '@/components/ui/badge';
import type { Advice, AdviceKey } from '../photo-types';

/** How each photo of a good set looks. */
export type SelfieDrawings = Record<AdviceKey, ReactNode>;

type Props = { advice: readonly Advice[]; drawings: SelfieDrawings };

/** What makes the set better: ticked as the verdicts come in, and drawn while it is missing. Never a condition. */
export function Coaching({ advice, drawings }: Props) {
  const { t } = useTexts();
  const met = advice.filter((one) => one.met);
  const missing = advice.filter((one) => !one.met);
  return (
    <div className="mt-3.5 mb-5 grid gap-3">
      {met.length > 0 && (
        <ul aria-label={t('uploads.client.coaching.has')} className="flex flex-wrap gap-2">
          {met.map(({ key, label }) => (
            <li key={key}>
              <Chip icon={<Check className="text-good" aria-hidden="true" />}>
                {label}
                <span className="sr-only">{t('uploads.client.coaching.there')}</span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <>
          <p className="text-12 text-ink-2">
            {t(met.length > 0 ? 'uploads.client.coaching.still' : 'uploads.client.coaching.good')}
          </p>
          <ul
            aria-label={t('uploads.client.coaching.better')}
            className="grid grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] gap-x-5 gap-y-3 phone:grid-cols-1"
          >
            {missing.map(({ key, label }) => (
              <li key={key} className="flex items-center gap-3 text-ink-2">
                {drawings[key]}
                <span className="min-w-0 text-12">
                  <span className="block font-medium text-14 text-ink">{label}</span>
                  {t(`uploads.client.coaching.how.${key}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
