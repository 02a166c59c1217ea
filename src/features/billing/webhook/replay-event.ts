import { and, eq } from 'drizzle-orm';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { AppError } from '@/lib/errors';
import type { Outcome } from '../effects';
import { applyEvent } from './apply-event';

/**
 * Applies a parked event again, after staff put right what was in its way, and answers what became of it. Throws `conflict` for one
 * that is not parked. When Stripe fails meanwhile it stays received, and the sweep of the inbox goes on with it.
 */
export async function replayEvent(
  db: Db,
  eventId: string,
  scope: { now: Date; appUrl: string },
): Promise<Outcome | null> {
  const [event] = await db
    .update(stripeInbox)
    .set({ status: 'received', lastError: null, attempts: 0 })
    .where(and(eq(stripeInbox.eventId, eventId), eq(stripeInbox.status, 'parked')))
    .returning({ id: stripeInbox.eventId });
  if (!event) throw new AppError('conflict', `There is no parked event ${eventId}.`);
  return applyEvent(db, eventId, scope);
}
