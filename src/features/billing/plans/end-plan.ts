import type Stripe from 'stripe';
import { orNull } from '../stripe-reads';
import { readInvoice } from './invoice-facts';

/**
 * Ends a subscription at Stripe now, and with `refund` sends all that was paid for it back. Every step may be repeated. Our rows
 * follow through the events that this causes.
 */
export async function endPlan(
  stripe: Stripe,
  { stripeSubscriptionId, refund }: { stripeSubscriptionId: string; refund: boolean },
): Promise<void> {
  const found = await orNull(stripe.subscriptions.retrieve(stripeSubscriptionId));
  if (!found) return;
  if (found.status !== 'canceled' && found.status !== 'incomplete_expired') {
    await stripe.subscriptions.cancel(stripeSubscriptionId);
  }
  if (!refund) return;
  const paid = await stripe.invoices
    .list({ subscription: stripeSubscriptionId, status: 'paid', limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  for (const { id } of paid) {
    const facts = await readInvoice(stripe, id);
    if (facts && facts.payments.length > 0) await refundAll(stripe, facts.paymentKey, id);
  }
}

async function refundAll(stripe: Stripe, paymentIntent: string, invoiceId: string): Promise<void> {
  try {
    await stripe.refunds.create(
      { payment_intent: paymentIntent, reason: 'duplicate', metadata: { invoice_id: invoiceId } },
      { idempotencyKey: `second-plan:${invoiceId}` },
    );
  } catch (error) {
    // Sent back already: by an earlier try, or by hand.
    if ((error as { code?: string }).code !== 'charge_already_refunded') throw error;
  }
}
