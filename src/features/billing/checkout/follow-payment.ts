/** A payment intent leads to the page that it was made on, or to the invoice that it pays. */
import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { purchaseOrder } from '@/db/schema/billing';
import { done, type EventHandler, type EventHint, ignore } from '../effects';
import { followInvoice } from '../invoices/follow-invoice';
import { isRecorded } from '../payments/payment-locks';
import { idOf, known, orNull, orWithout } from '../stripe-reads';
import { readSession, readSessionOfPayment, type SessionFacts } from './session-facts';
import { settleSession } from './settle-session';

export const followPayment: EventHandler = async (hint) => {
  const { stripe, db, objectId } = hint;
  // Once counted there is nothing to ask: what goes back of it later comes with the charge.
  if (await isRecorded(db, { id: null, paymentId: objectId })) return done;
  const payment = await orNull(stripe.paymentIntents.retrieve(objectId));
  // The payment's metadata only says which order to look at.
  const sessionId = await findSession(hint, payment?.metadata?.order_id);
  const session = (await readOwn(hint, sessionId)) ?? (await readSessionOfPayment(stripe, objectId));
  if (session) return (scope) => settleSession(scope, session);
  const invoiceId = await findInvoice(stripe, known(payment, `payment ${objectId}`));
  return invoiceId ? followInvoice({ ...hint, objectId: invoiceId }) : ignore;
};

/** The invoice that a payment is for: of a plan, of a top-up, or sent. */
async function findInvoice(stripe: Stripe, payment: Stripe.PaymentIntent): Promise<string | null> {
  const old = (payment as { invoice?: string | { id: string } | null }).invoice;
  const links = await orWithout(
    stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: payment.id },
      limit: 1,
    }),
  );
  return idOf(links?.data[0]?.invoice ?? old);
}

async function findSession({ db }: EventHint, orderId: string | undefined): Promise<string | null> {
  if (!orderId) return null;
  const [order] = await db
    .select({ sessionId: purchaseOrder.stripeSessionId })
    .from(purchaseOrder)
    .where(eq(purchaseOrder.id, orderId));
  return order?.sessionId ?? null;
}

/** Our own order knows its session, which names the payment or, at servers that leave it out, none. */
async function readOwn(
  { stripe, objectId }: EventHint,
  sessionId: string | null,
): Promise<SessionFacts | null> {
  const session = sessionId ? await readSession(stripe, sessionId) : null;
  return session && (session.paymentId ?? objectId) === objectId ? session : null;
}
