import { and, eq, isNull, lt } from 'drizzle-orm';
import { refund } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { MINUTE, plus } from '@/lib/time';
import { executeRefund } from './execute-refund';

const AT_ONCE = 20;

type Options = { now: Date; appUrl: string; signal: AbortSignal };

/** Sends refunds whose job was lost: pending for some minutes, and Stripe has not heard of them. */
export async function sendLostRefunds(db: Db, { now, appUrl, signal }: Options): Promise<void> {
  const lost = await db
    .select({ id: refund.id })
    .from(refund)
    .where(
      and(
        eq(refund.status, 'pending'),
        isNull(refund.stripeRefundId),
        lt(refund.createdAt, plus(now, -3 * MINUTE)),
      ),
    )
    .orderBy(refund.createdAt, refund.id)
    .limit(AT_ONCE);
  for (const { id } of lost) {
    if (signal.aborted) return;
    try {
      await executeRefund(db, id, { now, appUrl });
    } catch (error) {
      log.warn({ err: error, refundId: id }, 'refund not sent');
    }
  }
}
