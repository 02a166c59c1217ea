/** What each tier brings, in words: pricing and billing pages say the same, from the same numbers. Only what can be had today. */
import type { Texts } from '@/texts/make-texts';
import { ENTITLEMENTS, TIERS, type Tier } from './entitlement-rules';
import { ENTERPRISE_PRO_MONTHS, FIRST_TEAM_CREDITS, PLANS, QUALITIES, type Quality } from './price-list';
import { TIER_NAMES } from './tier-types';

/** Cents a month; Free costs nothing. */
export function tierCents(tier: Tier): number {
  return tier === 'free' ? 0 : PLANS[tier].amountCents;
}

/** How a team comes to a tier without its plan. */
export function tierWay(tier: Tier, { t }: Texts): string {
  return t(`billing.tier.way.${tier}`, { months: ENTERPRISE_PRO_MONTHS });
}

export const QUALITY_NAMES: Readonly<Record<Quality, string>> = {
  standard: 'Standard',
  high: 'High',
  ultra: 'Ultra',
};

/** A quality that can be drawn today, and its short side in px. */
export type OfferedQuality = { id: Quality; shortSide: number };

export type TierFact = { name: string; value: string };

/** The same facts in the same order for each tier, so that they can stand in rows. A quality that cannot be drawn is not named. */
export function tierFacts(tier: Tier, offered: readonly OfferedQuality[], texts: Texts): TierFact[] {
  const has = ENTITLEMENTS[tier];
  const { t } = texts;
  return [
    {
      name: t('billing.tier.credits'),
      value:
        tier === 'free'
          ? t('billing.tier.creditsOnce', { credits: FIRST_TEAM_CREDITS })
          : t('billing.tier.creditsMonthly', { credits: PLANS[tier].monthlyCredits }),
    },
    {
      name: t('billing.tier.styles'),
      value: t(has.allStyles ? 'billing.tier.stylesAll' : 'billing.tier.stylesMost'),
    },
    { name: t('billing.tier.quality'), value: qualityWords(tier, offered, texts) },
    { name: t('billing.tier.atOnce'), value: t('billing.tier.upTo', { count: has.maxVariations }) },
    {
      name: t('billing.tier.watermark'),
      value: t(has.watermark ? 'billing.tier.watermarkSmall' : 'billing.tier.watermarkNone'),
    },
    // By the shares of turns in `src/db/sql/30-generation-claim.sql`.
    { name: t('billing.tier.queue'), value: t(`billing.tier.turns.${tier}`) },
    { name: t('billing.tier.kept'), value: keptWords(tier, texts) },
  ];
}

export function keptWords(tier: Tier, { t }: Texts): string {
  const { pictureDays: days } = ENTITLEMENTS[tier];
  return days === null ? t('billing.tier.keptForever') : t('billing.tier.keptDays', { days });
}

/** "Standard, 1024 px"; where there is a choice, "Up to high, 1536 px". */
function qualityWords(tier: Tier, offered: readonly OfferedQuality[], { t }: Texts): string {
  const best = offered
    .filter(({ id }) => ENTITLEMENTS[tier].qualities.includes(id))
    .reduce((a, b) => (QUALITIES.indexOf(b.id) > QUALITIES.indexOf(a.id) ? b : a));
  return t(`billing.tier.qualityOne.${best.id}`, { px: String(best.shortSide) });
}

const rank = (tier: Tier) => ENTITLEMENTS[tier].queuePriority;

/** Said while something waits: "Teams with Plus or Pro are served more often."; null for the best tier. */
export function servedFirst(tier: Tier, { t, eitherOf }: Texts): string | null {
  const before = TIERS.filter((other) => rank(other) > rank(tier));
  return before.length > 0
    ? t('billing.tier.servedFirst', { tiers: eitherOf(before.map((one) => TIER_NAMES[one])) })
    : null;
}
