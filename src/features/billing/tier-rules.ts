/** What each tier brings, in words: pricing and billing pages say the same, from the same numbers. Only what can be had today. */
import { eitherOf } from '@/lib/words';
import { ENTITLEMENTS, TIERS, type Tier } from './entitlement-rules';
import { ENTERPRISE_PRO_MONTHS, FIRST_TEAM_CREDITS, PLANS, QUALITIES, type Quality } from './price-list';

export const TIER_NAMES: Readonly<Record<Tier, string>> = { free: 'Free', plus: 'Plus', pro: 'Pro' };

/** Cents a month; Free costs nothing. */
export function tierCents(tier: Tier): number {
  return tier === 'free' ? 0 : PLANS[tier].amountCents;
}

/** How a team comes to a tier without its plan. */
export const TIER_WAYS: Readonly<Record<Tier, string>> = {
  free: 'Where every team starts.',
  plus: 'Also included once your team has bought credits.',
  pro: `Also included for ${ENTERPRISE_PRO_MONTHS} months with an Enterprise pack.`,
};

export const QUALITY_NAMES: Readonly<Record<Quality, string>> = {
  standard: 'Standard',
  high: 'High',
  ultra: 'Ultra',
};

/** A quality that can be drawn today, and its short side in px. */
export type OfferedQuality = { id: Quality; shortSide: number };

export type TierFact = { name: string; value: string };

/** The same facts in the same order for each tier, so that they can stand in rows. A quality that cannot be drawn is not named. */
export function tierFacts(tier: Tier, offered: readonly OfferedQuality[]): TierFact[] {
  const has = ENTITLEMENTS[tier];
  return [
    {
      name: 'Credits',
      value: tier === 'free' ? `${FIRST_TEAM_CREDITS} once` : `${PLANS[tier].monthlyCredits} every month`,
    },
    { name: 'Styles', value: has.allStyles ? 'All, premium included' : 'All except premium' },
    { name: 'Quality', value: qualityWords(tier, offered) },
    { name: 'Pictures at once', value: `Up to ${has.maxVariations}` },
    { name: 'Watermark', value: has.watermark ? 'Small headcraft mark' : 'None' },
    { name: 'Queue', value: TURNS[tier] },
    { name: 'Pictures kept', value: keptWords(tier) },
  ];
}

export function keptWords(tier: Tier): string {
  const { pictureDays } = ENTITLEMENTS[tier];
  return pictureDays === null ? 'As long as you want' : `${pictureDays} days`;
}

/** "Standard, 1024 px"; where there is a choice, "Up to high, 1536 px". */
function qualityWords(tier: Tier, offered: readonly OfferedQuality[]): string {
  const best = offered
    .filter(({ id }) => ENTITLEMENTS[tier].qualities.includes(id))
    .reduce((a, b) => (QUALITIES.indexOf(b.id) > QUALITIES.indexOf(a.id) ? b : a));
  const name = QUALITY_NAMES[best.id];
  const choice = best.id !== 'standard' ? `Up to ${name.toLowerCase()}` : name;
  return `${choice}, ${best.shortSide} px`;
}

const rank = (tier: Tier) => ENTITLEMENTS[tier].queuePriority;

/** By the shares of turns in `src/db/sql/30-generation-claim.sql`. */
const TURNS: Record<Tier, string> = {
  free: 'Normal',
  plus: 'Twice as often',
  pro: 'Three times as often',
};

/** Said while something waits: "Teams with Plus or Pro are served more often."; null for the best tier. */
export function servedFirst(tier: Tier): string | null {
  const before = TIERS.filter((other) => rank(other) > rank(tier));
  return before.length > 0
    ? `Teams with ${eitherOf(before.map((one) => TIER_NAMES[one]))} are served more often.`
    : null;
}
