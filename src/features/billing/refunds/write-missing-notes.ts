import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { payment, refund } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { writeCreditNote } from './credit-note';

const AT_ONCE = 20;

/**
 * Credit notes that are missing: of refunds made in Stripe's dashboard, and where the job has given up. Asked for three minutes
 * after the refund, then ever more rarely.
 */
export async function writeMissingNotes(
  db: Db,
  { now, appUrl, signal }: { now: Date; appUrl: string; signal: AbortSignal },
): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const missing = await db
    .select({ id: refund.id })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(
      and(
        eq(refund.status, 'succeeded'),
        isNotNull(refund.stripeRefundId),
        isNull(refund.creditNoteId),
        isNotNull(payment.stripeInvoiceId),
        sql`coalesce(${refund.creditNoteTriedAt}, ${refund.createdAt})
          < ${moment} - greatest(interval '3 minutes', (${moment} - ${refund.createdAt}) / 4)`,
      ),
    )
    .orderBy(sql`${refund.creditNoteTriedAt} nulls first`, refund.createdAt)
    .limit(AT_ONCE);
  if (missing.length === 0) return;
  const { client } = await stripeAccount();
  for (const { id } of missing) {
    if (signal.aborted) return;
    try {
      await writeCreditNote(db, client, id, { now, appUrl });
    } catch (error) {
      log.warn({ err: error, refundId: id }, 'credit note not written');
    }
  }
}
