import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { session } from '@/db/schema/auth';
import { noticePreference, pushSubscription } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { enqueue } from '@/jobs/port';

/**
 * Tells the person's devices that pictures are ready. `href` is a path inside the product. Call it in the transaction that causes it;
 * a device whose session has run out is not told, nor a person who wants no pushes.
 */
export async function queuePush(ctx: { db: Db }, userId: string, href: string): Promise<void> {
  const devices = await ctx.db
    .select({ id: pushSubscription.id })
    .from(pushSubscription)
    .innerJoin(session, eq(session.id, pushSubscription.sessionId))
    .leftJoin(
      noticePreference,
      and(eq(noticePreference.userId, userId), eq(noticePreference.kind, 'pictures')),
    )
    .where(
      and(
        eq(pushSubscription.userId, userId),
        gt(session.expiresAt, sql`now()`),
        or(isNull(noticePreference.push), noticePreference.push),
      ),
    );
  for (const { id } of devices) await enqueue(ctx.db, 'push.deliver', { subscriptionId: id, href });
}
