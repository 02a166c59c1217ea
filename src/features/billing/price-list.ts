/**
 * What is sold and what it costs: safe to show in a browser, no secret in it. Changing a number here means a new
 * `PRICE_VERSION`: orders and generations store the version they were sold under. Source: spec 01, "Price list".
 */
export const PRICE_VERSION = '2026-11';

export const CURRENCY = 'usd';

export const PACK_IDS = ['starter', 'professional', 'enterprise'] as const;
export type PackId = (typeof PACK_IDS)[number];

export type Pack = {
  readonly id: PackId;
  readonly name: string;
  readonly credits: number;
  /** Integer cents of `CURRENCY`, before tax. */
  readonly amountCents: number;
};

export const PACKS: Readonly<Record<PackId, Pack>> = {
  starter: { id: 'starter', name: 'Starter', credits: 50, amountCents: 2_900 },
  professional: { id: 'professional', name: 'Professional', credits: 150, amountCents: 7_900 },
  enterprise: { id: 'enterprise', name: 'Enterprise', credits: 500, amountCents: 19_900 },
};

/** The packs from small to large, as pages show them. */
export const PACK_LIST: readonly Pack[] = PACK_IDS.map((id) => PACKS[id]);

export const QUALITIES = ['standard', 'high', 'ultra'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Credits of one picture. */
export const QUALITY_CREDITS: Readonly<Record<Quality, number>> = { standard: 1, high: 2, ultra: 3 };

/** Credits that a premium style adds to each picture. */
export const PREMIUM_CREDITS = 1;

export const MAX_VARIATIONS = 4;

/** A pack's price divided by its credits, in whole cents: Starter 58, Professional 53, Enterprise 40. */
export function centsPerCredit(pack: Pack): number {
  return Math.round(pack.amountCents / pack.credits);
}
