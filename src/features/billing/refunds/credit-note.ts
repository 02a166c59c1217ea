import { eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { payment, refund } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { orgOf, type Refund } from '../payments/payment-locks';
import { idOf } from '../stripe-reads';
import { tellStandingNote } from './tell-standing-note';

type Sent = Refund & { stripeRefundId: string };

/**
 * The credit note of a refund that has succeeded, when its payment has an invoice: it corrects the invoice by exactly what went
 * back. One that was made with the refund in Stripe's dashboard is taken as it is. Stripe's clear no leaves the refund without a
 * note until the sweep asks again; an unclear answer is thrown. Safe to repeat at any point.
 */
export async function writeCreditNote(
  db: Db,
  stripe: Stripe,
  refundId: string,
  { now, appUrl }: { now: Date; appUrl: string },
): Promise<void> {
  const [row] = await db
    .select({ refund, invoice: payment.stripeInvoiceId })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.id, refundId));
  // Stripe cannot void the note of a paid invoice, so a refund that may still fail gets none.
  if (!row?.invoice || row.refund.creditNoteId || row.refund.status !== 'succeeded') return;
  const { stripeRefundId } = row.refund;
  if (!stripeRefundId) return;
  await db.update(refund).set({ creditNoteTriedAt: now }).where(eq(refund.id, refundId));
  const note = await findOrMake(stripe, row.invoice, { ...row.refund, stripeRefundId });
  if (!note) return;
  const [written] = await db
    .update(refund)
    .set({ creditNoteId: note.id, creditNoteUrl: note.pdf })
    .where(eq(refund.id, refundId))
    .returning();
  // It failed while its note was written.
  if (written?.status === 'failed')
    await tellStandingNote(jobCtx(db, orgOf(written), 'billing.refund'), written, appUrl);
}

async function findOrMake(stripe: Stripe, invoice: string, row: Sent): Promise<Stripe.CreditNote | null> {
  const { id, stripeRefundId, amountCents } = row;
  const notes = await stripe.creditNotes.list({ invoice, limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const found = notes.find(
    ({ status, refunds }) =>
      status === 'issued' && refunds.some((one) => idOf(one.refund) === stripeRefundId),
  );
  if (found) return found;
  try {
    return await stripe.creditNotes.create(
      {
        invoice,
        amount: amountCents,
        reason: 'order_change',
        refunds: [{ type: 'refund', refund: stripeRefundId, amount_refunded: amountCents }],
        metadata: { refund_id: id },
      },
      { idempotencyKey: `credit-note:${id}` },
    );
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    log.warn({ refundId: id, code: error.code, message: errorMessage(error) }, 'no credit note for a refund');
    return null;
  }
}
