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

/** Credits that a premium style adds to each picture, unless staff set another number for it. */
export const PREMIUM_CREDITS = 1;

/** The most that a style can add. Styles that are not premium add nothing. */
export const MAX_SURCHARGE = 3;

export const MAX_VARIATIONS = 4;

/** Credits at any number between these, at one price each. */
export const CUSTOM = { min: 151, max: 10_000, centsEach: 50 } as const;

export const PLAN_IDS = ['plus', 'pro'] as const;
export type PlanId = (typeof PLAN_IDS)[number];

export type Plan = {
  readonly id: PlanId;
  readonly name: string;
  /** Integer cents of `CURRENCY` a month, before tax. */
  readonly amountCents: number;
  /** Credits with every paid month. */
  readonly monthlyCredits: number;
};

/** Monthly plans from small to large; their order is their rank. */
export const PLANS: Readonly<Record<PlanId, Plan>> = {
  plus: { id: 'plus', name: 'Plus', amountCents: 999, monthlyCredits: 20 },
  pro: { id: 'pro', name: 'Pro', amountCents: 2_999, monthlyCredits: 60 },
};

export const PLAN_LIST: readonly Plan[] = PLAN_IDS.map((id) => PLANS[id]);

/** Credits of a person's first team, once. */
export const FIRST_TEAM_CREDITS = 3;

/** An Enterprise pack gives Pro for this many months. */
export const ENTERPRISE_PRO_MONTHS = 12;

/** From this price on, a pack can be paid by invoice, due after so many days. */
export const INVOICE_FROM_CENTS = 19_900;
export const INVOICE_DUE_DAYS = 30;

/** Days after a payment in which its unspent credits can be paid back. */
export const REFUND_DAYS = 30;

/** Days that a plan goes on after a renewal could not be charged. */
export const GRACE_DAYS = 14;

/** A pack's price divided by its credits, in whole cents: Starter 58, Professional 53, Enterprise 40. */
export function centsPerCredit(pack: Pack): number {
  return Math.round(pack.amountCents / pack.credits);
}
