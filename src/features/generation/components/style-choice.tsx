'use client';

import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { CreditAmount } from '@/components/ui/credit-amount';
import { PictureChoice } from '@/components/ui/picture-choice';
import { TIER_NAMES } from '@/features/billing/tier-types';
import { categoryName } from '../styles';
import type { TeamConfig } from '../team-config';

type Props = {
  styles: TeamConfig['styles'];
  /** Credits of one standard picture, without a style's own. */
  base: number;
  value: string;
  onChange: (id: string) => void;
  limits: readonly string[];
  /** How to come to the styles that are locked. */
  planNote: ReactNode;
};

/** The styles by category, each shown by a picture that the product made, with what one picture costs, or which tier brings it. */
export function StyleChoice({ styles, base, value, onChange, limits, planNote }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const chosen = styles.find((style) => style.id === value);
  return (
    <section aria-labelledby="style-title" className="border-t py-8 phone:py-6">
      <header className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="style-title" className="font-semibold text-16">
          {t('generation.client.styles.title')}
        </h2>
        <span className="text-ink-2">{t('generation.client.styles.count', { count: styles.length })}</span>
      </header>
      <PictureChoice
        label={t('generation.client.styles.title')}
        name="style"
        value={value}
        onValueChange={onChange}
        options={styles.map((style) => ({
          value: style.id,
          label: style.name,
          group: categoryName(style.category, texts),
          src: style.example,
          disabled: style.locked !== null,
          aside: style.locked ? (
            <Badge className="-my-0.5">{TIER_NAMES[style.locked.needs]}</Badge>
          ) : (
            <CreditAmount amount={base + style.surcharge} />
          ),
        }))}
      />
      {planNote && <div className="mt-4 phone:mt-2">{planNote}</div>}
      {chosen && (
        <p className="mt-4 max-w-reading text-ink-2">
          {chosen.description} {chosen.does} {limits.join(' ')}
        </p>
      )}
    </section>
  );
}
