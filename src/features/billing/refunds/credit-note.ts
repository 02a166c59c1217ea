import { eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { payment, refund } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';

/**
 * The credit note of a refund, when its payment has an invoice: it corrects the invoice by exactly what went back. Stripe's clear
 * no leaves the refund as it is, without a note; an unclear answer is thrown and tried again with the same key.
 */
export async function writeCreditNote(db: Db, stripe: Stripe, refundId: string): Promise<void> {
  const [row] = await db
    .select({ refund, invoice: payment.stripeInvoiceId })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.id, refundId));
  if (!row?.invoice || row.refund.creditNoteUrl || row.refund.status === 'failed') return;
  const { stripeRefundId, amountCents } = row.refund;
  if (!stripeRefundId) return;
  try {
    const note = await stripe.creditNotes.create(
      {
        invoice: row.invoice,
        amount: amountCents,
        reason: 'order_change',
        refunds: [{ type: 'refund', refund: stripeRefundId, amount_refunded: amountCents }],
        metadata: { refund_id: refundId },
      },
      { idempotencyKey: `credit-note:${refundId}` },
    );
    await db.update(refund).set({ creditNoteUrl: note.pdf }).where(eq(refund.id, refundId));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    log.warn({ refundId, code: error.code, message: error.message }, 'no credit note for a refund');
  }
}
