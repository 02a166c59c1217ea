import type Stripe from 'stripe';
import type { Db } from '@/db/types';

/** One comparison with Stripe while it runs. */
export type Sweep = {
  readonly db: Db;
  readonly stripe: Stripe;
  /** Objects that Stripe made since then are read. */
  readonly from: Date;
  readonly now: Date;
  readonly appUrl: string;
  /** Without it nothing of ours is changed: what is missing becomes a difference. */
  readonly repair: boolean;
  /** How much of each kind was read. */
  readonly checked: Record<string, number>;
  /** Objects that were read and agree now: events about them have nothing more to say. */
  readonly covered: Set<string>;
  /** For people to read. */
  readonly differences: string[];
  /** Listings that this server does not know. */
  readonly skipped: string[];
  repaired: number;
};
