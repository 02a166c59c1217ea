/**
 * How everything here follows Stripe: first Stripe is asked, outside any transaction, then what it said is applied in one. A
 * handler of events, the page of an order, the sweep and the comparison differ only in what makes them ask.
 */
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import type { Db, OrgId } from '@/db/types';

export type Outcome =
  | { status: 'applied' | 'ignored' }
  /** Left for staff: nothing was changed, `reason` says why. */
  | { status: 'parked'; reason: string };

export type ApplyScope = {
  db: Db;
  now: Date;
  /** The site's address, for links in mails. */
  appUrl: string;
  /** The context of the organization that one of our own rows names. */
  ctxOf(orgId: OrgId): Ctx;
};

/** Applies what Stripe said. */
export type Effect = (scope: ApplyScope) => Promise<Outcome>;

export type EventHint = {
  stripe: Stripe;
  db: Db;
  /** Names the event's object; its payload is never trusted. */
  objectId: string;
};

/** Reads the object again; throws `NotAtStripe` when there is none. */
export type EventHandler = (hint: EventHint) => Promise<Effect>;

export const done: Effect = async () => ({ status: 'applied' });

export const ignore: Effect = async () => ({ status: 'ignored' });
