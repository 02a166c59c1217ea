import type { Tier } from './entitlement-rules';

/** The same in every language. */
export const TIER_NAMES: Readonly<Record<Tier, string>> = { free: 'Free', plus: 'Plus', pro: 'Pro' };
