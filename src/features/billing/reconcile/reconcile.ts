/**
 * Compares us with Stripe: what webhooks missed is repaired by the same functions that events call, what cannot be repaired is a
 * difference for people. Safe to run at any time and as often as one likes.
 */

import { gte } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingReview, reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { errorMessage } from '@/lib/log-error';
import { plus } from '@/lib/time';
import { type Comparison, differ } from './comparison';
import { fillFees } from './fill-fees';
import { findReached, LONGEST, reachedBy } from './reached';
import { compareDisputes } from './reconcile-disputes';
import { catchUpEvents, tryAgain } from './reconcile-events';
import { compareInvoices } from './reconcile-invoices';
import { compareOutflow } from './reconcile-outflow';
import { comparePayments, type Totals } from './reconcile-payments';
import { comparePlans } from './reconcile-plans';
import { compareRows } from './reconcile-rows';
import { compareSessions } from './reconcile-sessions';

export type ReconcileInput = {
  db: Db;
  stripe: Stripe;
  /** Objects that Stripe made since then are read. */
  from: Date;
  now: Date;
  appUrl: string;
  /** Without it nothing is changed, and nothing is written down. */
  repair: boolean;
};

export type ReconcileReport = {
  from: Date;
  to: Date;
  checked: Record<string, number>;
  repaired: number;
  differences: string[];
  skipped: string[];
  totals: Totals;
};

/**
 * Events come first and are applied one by one: no object that was read before its event can make it look done. Plans come before
 * payments: their invoices say what their payments are for. A step that fails is a difference; the others go on.
 */
export async function reconcile(input: ReconcileInput): Promise<ReconcileReport> {
  const settled = await findSettled(input.db, input.now);
  const comparison: Comparison = {
    ...input,
    settled,
    checked: {},
    differences: [],
    skipped: [],
    repaired: 0,
  };
  const failed = await step(comparison, 'events', catchUpEvents, []);
  await step(comparison, 'sessions', compareSessions);
  await step(comparison, 'invoices', compareInvoices);
  await step(comparison, 'plans', comparePlans);
  const { touched, totals } = await step(comparison, 'payments', comparePayments, {
    touched: [],
    totals: { stripeCents: 0, oursCents: 0 },
  });
  await step(comparison, 'refunds', (comparison) => compareOutflow(comparison, touched));
  await step(comparison, 'disputes', compareDisputes);
  await step(comparison, 'events', (comparison) => tryAgain(comparison, failed));
  await step(comparison, 'fees', fillFees);
  await step(comparison, 'rows', compareRows);
  if (totals.stripeCents !== totals.oursCents) {
    const more = totals.stripeCents - totals.oursCents;
    const where = more > 0 ? 'at Stripe than here' : 'here than at Stripe';
    differ(comparison, 'total', `${Math.abs(more)} cents more were paid ${where}`);
  }
  if (input.repair) await keep(comparison);
  const { from, now: to, checked, repaired, differences, skipped } = comparison;
  return { from, to, checked, repaired, differences, skipped, totals };
}

async function step(
  comparison: Comparison,
  name: string,
  work: (comparison: Comparison) => Promise<void>,
): Promise<void>;
async function step<T>(
  comparison: Comparison,
  name: string,
  work: (comparison: Comparison) => Promise<T>,
  otherwise: T,
): Promise<T>;
async function step<T>(
  comparison: Comparison,
  name: string,
  work: (comparison: Comparison) => Promise<T>,
  otherwise?: T,
): Promise<T | undefined> {
  try {
    return await work(comparison);
  } catch (error) {
    differ(comparison, name, `not compared: ${errorMessage(error)}`);
    return otherwise;
  }
}

/** A comparison reads 30 days at most; what was settled long before can have no difference in it. */
async function findSettled(db: Db, now: Date): Promise<Set<string>> {
  const rows = await db
    .select({ id: billingReview.id })
    .from(billingReview)
    .where(gte(billingReview.createdAt, plus(now, -4 * LONGEST)));
  return new Set(rows.map(({ id }) => id));
}

async function keep({ db, from, now, checked, repaired, differences }: Comparison): Promise<void> {
  const clean = differences.length === 0;
  const before = await findReached(db);
  await db.insert(reconciliation).values({
    id: newId('reconciliation'),
    fromAt: from,
    toAt: now,
    checked,
    repaired,
    differences,
    reachedAt: reachedBy({ from, to: now, clean }, before),
    createdAt: now,
  });
}
