/**
 * Compares us with Stripe: what webhooks missed is repaired by the same functions that events call, what cannot be repaired is a
 * difference for people. Safe to run at any time and as often as one likes.
 */
import type Stripe from 'stripe';
import { reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { newId } from '@/lib/ids';
import { catchUpEvents } from './reconcile-events';
import { compareInvoices } from './reconcile-invoices';
import { compareOutflow } from './reconcile-outflow';
import { comparePayments, type Totals } from './reconcile-payments';
import { compareRows } from './reconcile-rows';
import { compareSessions } from './reconcile-sessions';
import type { Sweep } from './reconcile-types';

export type ReconcileInput = {
  db: Db;
  stripe: Stripe;
  /** Objects that Stripe made since then are read. */
  from: Date;
  now: Date;
  appUrl: string;
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
 * Plans come before payments: their invoices say what their payments are for. Events come last, when most of what they are about
 * has been read.
 */
export async function reconcile(input: ReconcileInput): Promise<ReconcileReport> {
  const sweep: Sweep = {
    ...input,
    checked: {},
    covered: new Set(),
    differences: [],
    skipped: [],
    repaired: 0,
  };
  await compareSessions(sweep);
  await compareInvoices(sweep);
  const { touched, totals } = await comparePayments(sweep);
  await compareOutflow(sweep, touched);
  await catchUpEvents(sweep);
  await compareRows(sweep);
  if (totals.stripeCents !== totals.oursCents) {
    sweep.differences.push(`paid in all: ${totals.oursCents} cents here, ${totals.stripeCents} at Stripe`);
  }
  const { checked, repaired, differences, skipped } = sweep;
  await input.db.insert(reconciliation).values({
    id: newId('reconciliation'),
    fromAt: input.from,
    toAt: input.now,
    checked,
    repaired,
    differences,
    createdAt: input.now,
  });
  return { from: input.from, to: input.now, checked, repaired, differences, skipped, totals };
}
