import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingCustomer } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { fromSeconds } from '../stripe-reads';
import { refreshPlan } from './refresh-plan';

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
