/** What each tier brings, in words: pricing and billing pages say the same, from the same numbers. Only what can be had today. */
import { ENTITLEMENTS, type Tier } from './entitlement-rules';
import { ENTERPRISE_PRO_MONTHS, FIRST_TEAM_CREDITS, PLANS } from './price-list';

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

export type TierFact = { name: string; value: string };

/** The same facts in the same order for each tier, so that they can stand in rows. */
export function tierFacts(tier: Tier): TierFact[] {
  const has = ENTITLEMENTS[tier];
  return [
    {
      name: 'Credits',
      value: tier === 'free' ? `${FIRST_TEAM_CREDITS} once` : `${PLANS[tier].monthlyCredits} every month`,
    },
    { name: 'Styles', value: has.allStyles ? 'All, premium included' : 'All except premium' },
    { name: 'Pictures at once', value: `Up to ${has.maxVariations}` },
    { name: 'Watermark', value: has.watermark ? 'Small headcraft mark' : 'None' },
    { name: 'Queue', value: queueWords(tier) },
    {
      name: 'Pictures kept',
      value: has.pictureDays === null ? 'As long as you want' : `${has.pictureDays} days`,
    },
  ];
}

function queueWords(tier: Tier): string {
  const rank = (one: Tier) => ENTITLEMENTS[one].queuePriority;
  const behind = (['free', 'plus', 'pro'] as const).filter((other) => rank(other) < rank(tier));
  if (behind.length === 0) return 'Normal';
  return behind.length === 2 ? 'First' : `Before ${TIER_NAMES[behind[0] ?? 'free']}`;
}
