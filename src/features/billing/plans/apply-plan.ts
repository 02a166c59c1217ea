/** Brings a team's plan to what Stripe said about it: its subscription first, then the invoices that pay for it. */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { billingCustomer, subscription } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import type { ApplyScope, Effect, Outcome } from '../effects';
import { NotAtStripe } from '../stripe-reads';
import type { PlanReading, Unreadable } from './plan-reading';
import { isAlive } from './plan-rules';
import { settlePlanInvoice } from './settle-plan-invoice';
import { syncSubscription } from './sync-subscription';

/** Somebody changed the plan after Stripe was asked: ask again. */
export class StaleReading extends Error {
  constructor() {
    super('the plan changed while Stripe was asked');
    this.name = 'StaleReading';
  }
}

const MAX_TRIES = 12;

/** Reads and applies, again while somebody else changes the same plan in between. */
export async function untilFresh<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleReading) || tries === MAX_TRIES) throw error;
    }
  }
}

/**
 * What a handler does with a reading of a plan; one that cannot be applied is parked. Throws `NotAtStripe` for a subscription that
 * Stripe does not know.
 */
export function planEffect(reading: PlanReading | Unreadable): Effect {
  if ('parked' in reading && reading.unknown) throw new NotAtStripe(reading.unknown);
  if ('parked' in reading && reading.foreign) return async () => ({ status: 'ignored' });
  if ('parked' in reading) return async () => ({ status: 'parked', reason: reading.parked });
  return (scope) => applyPlan(scope, reading);
}

/** Applies a reading in the caller's transaction. Throws `StaleReading` when it is older than our rows. */
export async function applyPlan(scope: ApplyScope, reading: PlanReading): Promise<Outcome> {
  await lockPlan(scope.db, reading);
  await requireFresh(scope.db, reading);
  const ctx = scope.ctxOf(reading.orgId);
  // What has ended makes room for what has begun.
  const inOrder = [...reading.subscriptions].sort(
    (a, b) =>
      Number(isAlive(a.status)) - Number(isAlive(b.status)) || a.createdAt.getTime() - b.createdAt.getTime(),
  );
  const outcomes: Outcome[] = [];
  for (const facts of inOrder) outcomes.push(await syncSubscription(scope, ctx, facts));
  for (const invoice of reading.invoices) {
    outcomes.push(await settlePlanInvoice(scope, ctx, invoice, reading));
  }
  // What was paid decides which plan the period has.
  if (reading.invoices.length > 0) for (const facts of inOrder) await syncSubscription(scope, ctx, facts);
  return merge(outcomes);
}

/** One at a time for each team. Take it before any order's lock. */
export async function lockPlan(db: Db, { orgId }: { orgId: string }): Promise<void> {
  await db
    .select({ id: billingCustomer.organizationId })
    .from(billingCustomer)
    .where(eq(billingCustomer.organizationId, orgId))
    .for('update');
}

async function requireFresh(db: Db, reading: PlanReading): Promise<void> {
  const ids = reading.subscriptions.map(({ id }) => id);
  const rows = await db
    .select({ id: subscription.stripeSubscriptionId, revision: subscription.revision })
    .from(subscription)
    .where(
      or(
        inArray(subscription.stripeSubscriptionId, ids),
        and(eq(subscription.organizationId, reading.orgId), isNull(subscription.endedAt)),
      ),
    )
    // A team whose customer is gone from Stripe has no row that `lockPlan` could lock.
    .for('update');
  if (rows.some(({ id, revision }) => reading.seen.get(id) !== revision)) throw new StaleReading();
}

function merge(outcomes: Outcome[]): Outcome {
  const parked = outcomes.filter((outcome) => outcome.status === 'parked');
  if (parked.length > 0) return { status: 'parked', reason: parked.map(({ reason }) => reason).join('; ') };
  const applied = outcomes.some(({ status }) => status === 'applied');
  return { status: applied ? 'applied' : 'ignored' };
}
