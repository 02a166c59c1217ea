/** A payment intent as Stripe has it now leads to the page that it was made on, or to the order of a top-up. */
import { eq } from 'drizzle-orm';
import { purchaseOrder } from '@/db/schema/billing';
import { done, type EventHandler, type EventHint, ignore } from '../effects';
import { isRecorded } from '../payments/payment-locks';
import { known, orNull } from '../stripe-reads';
import { settleTopUp, topUpFacts } from '../top-ups/settle-top-up';
import { readSession, readSessionOfPayment, type SessionFacts } from './session-facts';
import { settleSession } from './settle-session';

export const followPayment: EventHandler = async (hint) => {
  const { stripe, db, objectId } = hint;
  // Once counted there is nothing to ask: what goes back of it later comes with the charge.
  if (await isRecorded(db, { id: null, paymentId: objectId })) return done;
  const payment = await orNull(stripe.paymentIntents.retrieve(objectId));
  // The payment's metadata only says which order to look at.
  const order = await findOrder(hint, payment?.metadata?.order_id);
  if (payment && order?.channel === 'top-up') {
    const facts = await topUpFacts(stripe, payment);
    return (scope) => settleTopUp(scope, order.id, facts);
  }
  const session =
    (await readOwn(hint, order?.sessionId ?? null)) ?? (await readSessionOfPayment(stripe, objectId));
  if (session) return (scope) => settleSession(scope, session);
  known(payment, `payment ${objectId}`);
  return ignore;
};

async function findOrder({ db }: EventHint, orderId: string | undefined) {
  if (!orderId) return null;
  const [order] = await db
    .select({
      id: purchaseOrder.id,
      channel: purchaseOrder.channel,
      sessionId: purchaseOrder.stripeSessionId,
    })
    .from(purchaseOrder)
    .where(eq(purchaseOrder.id, orderId));
  return order ?? null;
}

/** Our own order knows its session, which names the payment or, at servers that leave it out, none. */
async function readOwn(
  { stripe, objectId }: EventHint,
  sessionId: string | null,
): Promise<SessionFacts | null> {
  const session = sessionId ? await readSession(stripe, sessionId) : null;
  return session && (session.paymentId ?? objectId) === objectId ? session : null;
}
