import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { TIERS, type Tier } from '../entitlement-rules';
import { type OfferedQuality, tierCents, tierFacts, tierWay } from '../tier-rules';
import { TIER_NAMES } from '../tier-types';

type Props = {
  /** Heading level that fits the page. */
  heading: 'h2' | 'h3';
  /** Qualities that can be drawn today. */
  qualities: readonly OfferedQuality[];
  /** The team's tier now, marked. */
  current?: Tier;
  /** The button of a column. */
  action: (tier: Tier) => ReactNode;
  className?: string;
};

/** Free, Plus and Pro side by side, the same facts in the same rows; one below the other on a phone. */
export function PlanColumns({ heading: Heading, qualities, current, action, className }: Props) {
  const texts = useTexts();
  const { t, cents } = texts;
  return (
    <div
      className={cn(
        'grid divide-y rounded-card border bg-card md:grid-cols-3 md:grid-rows-[repeat(10,auto)] md:divide-x md:divide-y-0',
        className,
      )}
    >
      {TIERS.map((tier) => (
        <section
          key={tier}
          aria-label={t('billing.plans.column', { plan: TIER_NAMES[tier] })}
          className="row-span-10 grid grid-rows-subgrid p-5 md:p-6"
        >
          <div className="grid content-start gap-1">
            <Heading className="flex items-center gap-2 font-semibold">
              {TIER_NAMES[tier]}
              {tier === current && (
                <Badge tone="good">
                  <Check className="size-3" aria-hidden="true" /> {t('billing.plans.have')}
                </Badge>
              )}
            </Heading>
            <p className="mt-1">
              <span className="display-40">{cents(tierCents(tier))}</span>
              {tier !== 'free' && <span className="ml-2 text-ink-2">{t('billing.plans.monthly')}</span>}
            </p>
          </div>
          <p className="mt-2 mb-4 text-ink-2">{tierWay(tier, texts)}</p>
          <dl className="row-span-7 grid grid-rows-subgrid divide-y border-y">
            {tierFacts(tier, qualities, texts).map(({ name, value }) => (
              <div key={name} className="flex items-baseline justify-between gap-4 py-2.5">
                <dt className="text-ink-2">{name}</dt>
                <dd className="text-right font-medium">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-5 grid content-end">{action(tier)}</div>
        </section>
      ))}
    </div>
  );
}
