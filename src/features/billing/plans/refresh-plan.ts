import type Stripe from 'stripe';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import type { ApplyScope, Outcome } from '../effects';
import { applyPlan, untilFresh } from './apply-plan';
import { endUnknownPlan } from './end-unknown-plan';
import { readPlan } from './plan-reading';

export type RefreshScope = { db: Db; stripe: Stripe; now: Date; appUrl: string; job: string };

/**
 * Asks Stripe about one subscription and its paid invoices and applies the answer: what its events would have done. A plan that
 * Stripe does not know is `parked` while it is in force, and ended when its grace is over.
 */
export async function refreshPlan(
  scope: RefreshScope,
  orgId: string,
  subscriptionId: string,
): Promise<Outcome> {
  const { db, stripe } = scope;
  return untilFresh(async () => {
    const reading = await readPlan({ stripe, db, subscriptionId, invoices: 'unrecorded' });
    if ('parked' in reading) {
      const ended =
        reading.unknown !== undefined &&
        (await inTransactionOf(scope, (inside) => endUnknownPlan(inside, orgId, subscriptionId)));
      return ended ? { status: 'applied' } : { status: 'parked', reason: reading.parked };
    }
    if (reading.orgId !== orgId) return { status: 'parked', reason: `${subscriptionId} is of another team` };
    return inTransactionOf(scope, (inside) => applyPlan(inside, reading));
  });
}

function inTransactionOf<T>(
  { db, now, appUrl, job }: RefreshScope,
  work: (scope: ApplyScope) => Promise<T>,
): Promise<T> {
  return db.transaction((transaction) => {
    const inside = transaction as Db;
    return work({ db: inside, now, appUrl, ctxOf: (orgId) => jobCtx(inside, orgId, job) });
  });
}
