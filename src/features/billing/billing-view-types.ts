/** What the billing pages are given: plain values, moments as ISO 8601. */
import type { Tier } from './entitlement-rules';
import type { PackId, PlanId } from './price-list';

export type PlanSummary = {
  tier: Tier;
  /** Where the tier comes from. */
  why: 'none' | 'plan' | 'paid' | 'enterprise';
  /** Until when an Enterprise pack gives Pro. */
  proUntil: string | null;
  /** The running plan. */
  plan: null | {
    id: PlanId;
    /** A lower plan that begins with the next month. */
    nextPlan: PlanId | null;
    periodEnd: string;
    cancelAtPeriodEnd: boolean;
    /** Most of what was paid for this month went back, or a bank disputes it: the plan gives nothing. */
    rests: boolean;
    /** A renewal failed: until when the plan goes on all the same. */
    graceUntil: string | null;
    monthlyCredits: number;
    amountCents: number;
  };
};

export type DisputeBanner = { paymentId: string; label: string; amountCents: number; credits: number };

export type WatchSettings = {
  /** Tell the admins when fewer credits are left; null: never. */
  noticeBelow: number | null;
  topUp: { pack: PackId; below: number; monthlyCapCents: number } | null;
  /** A card was declined or credits were refunded: nothing is bought until an admin says so. */
  pausedAt: string | null;
  failure: string | null;
  /** What keeps top-ups from buying now. It passes by itself. */
  waitsFor: 'dispute' | 'debt' | null;
  spentThisMonthCents: number;
};

/** What the form about invoices offers, by name. */
export type DetailsChoices = {
  countries: { code: string; name: string }[];
  taxIds: { type: string; label: string; example: string }[];
};

/** Cents; months oldest first, the last one runs. */
export type SpendingView = {
  months: { label: string; tick: string; cents: number }[];
  thisMonthCents: number;
  paidCents: number;
  /** Refunded, or taken back by banks. */
  backCents: number;
  /** The month in which most was spent. */
  most: { label: string; cents: number } | null;
};
