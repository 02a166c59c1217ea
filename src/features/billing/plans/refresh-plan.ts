import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingCustomer } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { fromSeconds } from '../stripe-reads';
import type { ApplyScope, Outcome } from '../webhook/handlers/handler';
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
        reading.unknown &&
        (await inTransactionOf(scope, (inside) => endUnknownPlan(inside, orgId, subscriptionId)));
      return ended ? { status: 'applied' } : { status: 'parked', reason: reading.parked };
    }
    if (reading.orgId !== orgId) return { status: 'parked', reason: `${subscriptionId} is of another team` };
    return inTransactionOf(scope, (inside) => applyPlan(inside, reading));
  });
}

/**
 * Applies all subscriptions and paid invoices of a team's customer that Stripe has changed or made since `since`; all of them
 * without it. Answers what was parked, for people to read.
 */
export async function syncOrganizationBilling(
  { db, stripe }: { db: Db; stripe: Stripe },
  orgId: string,
  { now, appUrl, since }: { now: Date; appUrl: string; since?: Date },
): Promise<{ checked: number; parked: string[] }> {
  const [customer] = await db
    .select({ id: billingCustomer.stripeCustomerId })
    .from(billingCustomer)
    .where(eq(billingCustomer.organizationId, orgId));
  if (!customer) return { checked: 0, parked: [] };
  const found = await stripe.subscriptions
    .list({ customer: customer.id, status: 'all', limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  // A subscription that ended before the window has nothing new to say.
  const open = found
    .filter(({ ended_at }) => !since || !ended_at || fromSeconds(ended_at) >= since)
    .reverse();
  const parked: string[] = [];
  for (const { id } of open) {
    const outcome = await refreshPlan({ db, stripe, now, appUrl, job: 'billing.reconcile' }, orgId, id);
    if (outcome.status === 'parked') parked.push(outcome.reason);
  }
  return { checked: open.length, parked };
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
