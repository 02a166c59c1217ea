/** One comparison with Stripe while it runs, and what its steps write down. */
import type Stripe from 'stripe';
import type { Db } from '@/db/types';

export type Comparison = {
  readonly db: Db;
  readonly stripe: Stripe;
  /** Objects that Stripe made since then are read. */
  readonly from: Date;
  readonly now: Date;
  readonly appUrl: string;
  /** Without it nothing of ours is changed: what is missing becomes a difference. */
  readonly repair: boolean;
  /** Ids that staff settled by hand: nothing about them is a difference any more. */
  readonly settled: ReadonlySet<string>;
  /** How much of each kind was read; `not ours` is what belongs to others on the same Stripe account. */
  readonly checked: Record<string, number>;
  /** For people to read; each begins with the id of what it is about. */
  readonly differences: string[];
  /** Listings that this server does not know. */
  readonly skipped: string[];
  repaired: number;
};

/** What is left for people: `subject` is the id of what they have to look at. */
export function differ(comparison: Comparison, subject: string, text: string): void {
  if (comparison.settled.has(subject)) count(comparison, 'with staff');
  else comparison.differences.push(`${subject}: ${text}`);
}

export const NOT_OURS = 'not ours';

export function count(comparison: Comparison, what: string, by = 1): void {
  comparison.checked[what] = (comparison.checked[what] ?? 0) + by;
}
