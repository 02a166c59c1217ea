/** `payment_intent.*` events: they lead to the session that the payment was made on, and that decides. */
import { eq } from 'drizzle-orm';
import { purchaseOrder } from '@/db/schema/billing';
import { readSession, readSessionOfPayment, type SessionFacts } from '../session-facts';
import { settleSession } from '../settle-session';
import { orNull } from '../stripe-reads';
import { type EventHandler, type EventHint, ignore } from './handler';

export const paymentIntent: EventHandler = async (hint) => {
  const session = (await findByOrder(hint)) ?? (await readSessionOfPayment(hint.stripe, hint.objectId));
  return session ? (scope) => settleSession(scope, session) : ignore;
};

/** Our own order knows its session; the payment's metadata only says which order to look at. */
async function findByOrder({ stripe, db, objectId }: EventHint): Promise<SessionFacts | null> {
  const payment = await orNull(stripe.paymentIntents.retrieve(objectId));
  const orderId = payment?.metadata?.order_id;
  if (!orderId) return null;
  const [order] = await db
    .select({ sessionId: purchaseOrder.stripeSessionId })
    .from(purchaseOrder)
    .where(eq(purchaseOrder.id, orderId));
  const session = order?.sessionId ? await readSession(stripe, order.sessionId) : null;
  return session?.paymentId === objectId ? session : null;
}
