import { and, eq, sql } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { webhookCtx } from '@/jobs/trusted-ctx';
import { failpoint } from '@/lib/failpoint';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { DAY, plus } from '@/lib/time';
import { type Effect, ignore, type Outcome } from '../effects';
import { untilFresh } from '../plans/apply-plan';
import { NotAtStripe } from '../stripe-reads';
import { findHandler } from './event-switch';

/**
 * How long an object may be unknown to Stripe before its event is left to staff. With a key of another account everything is, and
 * what was parked meanwhile would stay lost when the key is right again.
 */
const PATIENCE = 3 * DAY;

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
    .returning();
  if (!event) return null;
  failpoint('purchase.before-apply');
  try {
    const outcome = await untilFresh(async () => {
      const effect = await prepare(db, event, now);
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

async function prepare(db: Db, event: typeof stripeInbox.$inferSelect, now: Date): Promise<Effect> {
  const { type, objectId } = event;
  const handler = findHandler(type);
  if (!handler) return ignore;
  if (objectId === '') return async () => ({ status: 'parked', reason: 'the event names no object' });
  const { client: stripe } = await stripeAccount();
  try {
    return await handler({ stripe, db, objectId });
  } catch (error) {
    const patient = event.receivedAt > plus(now, -PATIENCE);
    if (!(error instanceof NotAtStripe) || patient) throw error;
    return async () => ({ status: 'parked', reason: error.message });
  }
}

async function lockReceived(db: Db, eventId: string): Promise<boolean> {
  const rows = await db
    .select({ eventId: stripeInbox.eventId })
    .from(stripeInbox)
    .where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'received')))
    .for('update');
  return rows.length > 0;
}
