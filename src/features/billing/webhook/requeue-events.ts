import { and, eq, lt, sql } from 'drizzle-orm';
import { stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';
import { MINUTE, plus } from '@/lib/time';

const AT_ONCE = 200;

/** Puts received events older than a minute back into the queue; what failed often waits longer, ten minutes at most. */
export async function requeueEvents(db: Db, now: Date): Promise<number> {
  const waited = sql`make_interval(mins => least(${stripeInbox.attempts}, 9) + 1)`;
  const lost = await db
    .select({ eventId: stripeInbox.eventId })
    .from(stripeInbox)
    .where(
      and(
        eq(stripeInbox.status, 'received'),
        lt(stripeInbox.receivedAt, plus(now, -MINUTE)),
        sql`coalesce(${stripeInbox.attemptedAt}, ${stripeInbox.receivedAt}) < ${now.toISOString()}::timestamptz - ${waited}`,
      ),
    )
    .orderBy(stripeInbox.receivedAt)
    .limit(AT_ONCE);
  for (const { eventId } of lost) {
    await db.transaction(async (transaction) => {
      const db = transaction as Db;
      await db.update(stripeInbox).set({ attemptedAt: now }).where(eq(stripeInbox.eventId, eventId));
      await enqueue(db, 'billing.apply-event', { eventId });
    });
  }
  return lost.length;
}
