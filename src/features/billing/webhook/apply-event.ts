import { and, eq, sql } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { webhookCtx } from '@/jobs/trusted-ctx';
import { failpoint } from '@/lib/failpoint';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { untilFresh } from '../plans/apply-plan';
import { type Effect, ignore, type Outcome } from './handlers/handler';
import { findHandler } from './handlers/switch';

/**
 * Applies one event of the inbox: asks Stripe for the object, then changes our rows and marks the event in one transaction. An
 * event that is done stays done. Throws when Stripe or the database fails: the event stays received and is tried again. Answers
 * what became of it; null when it was done before.
 */
export async function applyEvent(
  db: Db,
  eventId: string,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<Outcome | null> {
  const [event] = await db
    .update(stripeInbox)
    .set({ attempts: sql`${stripeInbox.attempts} + 1`, attemptedAt: now })
    .where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'received')))
    .returning({ type: stripeInbox.type, objectId: stripeInbox.objectId });
  if (!event) return null;
  failpoint('purchase.before-apply');
  try {
    const outcome = await untilFresh(async () => {
      const effect = await prepare(db, event.type, event.objectId);
      failpoint('purchase.asked');
      return db.transaction((transaction) => finish(transaction as Db, eventId, effect, { now, appUrl }));
    });
    failpoint('purchase.applied');
    return outcome;
  } catch (error) {
    await db
      .update(stripeInbox)
      .set({ lastError: errorMessage(error) })
      .where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'received')));
    throw error;
  }
}

async function finish(
  db: Db,
  eventId: string,
  effect: Effect,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<Outcome | null> {
  if (!(await lockReceived(db, eventId))) return null;
  const outcome = await effect({ db, now, appUrl, ctxOf: (orgId) => webhookCtx(db, orgId, eventId) });
  if (outcome.status === 'parked') log.error({ eventId, reason: outcome.reason }, 'stripe event parked');
  await db
    .update(stripeInbox)
    .set({
      status: outcome.status,
      appliedAt: now,
      lastError: outcome.status === 'parked' ? outcome.reason : null,
    })
    .where(eq(stripeInbox.eventId, eventId));
  failpoint('purchase.marked');
  return outcome;
}

async function prepare(db: Db, type: string, objectId: string): Promise<Effect> {
  const handler = findHandler(type);
  if (!handler) return ignore;
  if (objectId === '') return async () => ({ status: 'parked', reason: 'the event names no object' });
  const { client: stripe } = await stripeAccount();
  return handler({ stripe, db, objectId });
}

async function lockReceived(db: Db, eventId: string): Promise<boolean> {
  const rows = await db
    .select({ eventId: stripeInbox.eventId })
    .from(stripeInbox)
    .where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'received')))
    .for('update');
  return rows.length > 0;
}
