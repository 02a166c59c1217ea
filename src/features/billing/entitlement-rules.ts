/**
 * What a team may do: pure, safe in a browser. Source: spec 01, "Price list". A team has the best of: its plan, Plus once it has
 * ever paid, Pro for a year after an Enterprise pack.
 */
import type { Quality } from './price-list';

export const TIERS = ['free', 'plus', 'pro'] as const;
export type Tier = (typeof TIERS)[number];

export type Entitlements = {
  readonly tier: Tier;
  /** Pictures carry a visible mark when they are delivered; the stored picture is clean. */
  readonly watermark: boolean;
  /** Free has the core styles only. */
  readonly allStyles: boolean;
  readonly qualities: readonly Quality[];
  readonly maxVariations: number;
  /** Higher is served first. */
  readonly queuePriority: number;
  /** Days a picture is kept; null: as long as wanted. */
  readonly pictureDays: number | null;
};

export const ENTITLEMENTS: Readonly<Record<Tier, Entitlements>> = {
  free: {
    tier: 'free',
    watermark: true,
    allStyles: false,
    qualities: ['standard'],
    maxVariations: 2,
    queuePriority: 0,
    pictureDays: 30,
  },
  plus: {
    tier: 'plus',
    watermark: false,
    allStyles: true,
    qualities: ['standard', 'high'],
    maxVariations: 4,
    queuePriority: 10,
    pictureDays: 180,
  },
  pro: {
    tier: 'pro',
    watermark: false,
    allStyles: true,
    qualities: ['standard', 'high', 'ultra'],
    maxVariations: 4,
    queuePriority: 20,
    pictureDays: null,
  },
};

export type Standing = {
  /** The plan while it is in force: active, trialing, or past due within its days of grace, and its period's money stayed. */
  plan: 'plus' | 'pro' | null;
  /** Has bought credits, and at least half of that money was neither refunded nor charged back. */
  everPaid: boolean;
  /** Until when an Enterprise pack gives Pro. */
  proUntil: Date | null;
};

export function tierOf({ plan, everPaid, proUntil }: Standing, now: Date): Tier {
  if (plan === 'pro' || (proUntil !== null && proUntil > now)) return 'pro';
  return plan === 'plus' || everPaid ? 'plus' : 'free';
}

/** When the Pro ends that an Enterprise pack gives; null without it, and while the team's plan is Pro anyway. */
export function proEnd({ plan, proUntil }: Standing, now: Date): Date | null {
  return plan !== 'pro' && proUntil !== null && proUntil > now ? proUntil : null;
}

/** The lowest tier that has what `allows` asks for: "high quality comes with Plus". */
export function tierFor(allows: (entitlements: Entitlements) => boolean): Tier | null {
  return TIERS.find((tier) => allows(ENTITLEMENTS[tier])) ?? null;
}
