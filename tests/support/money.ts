/** Paid orders as tests of what comes after them start from. */
import { and, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { payment, refund, stripeInbox } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { checkOrder } from '@/features/billing/checkout/check-order';
import type { Payment } from '@/features/billing/payments/payment-locks';
import type { PackId } from '@/features/billing/price-list';
import { applyEvent } from '@/features/billing/webhook/apply-event';
import { receiveEvent } from '@/features/billing/webhook/receive-event';
import type { TestTeam } from './factories';
import { APP_URL, buy, CARD, eventOf, sign, stripe } from './payments';

export const scope = () => ({ now: new Date(), appUrl: APP_URL });

/** A pack bought with a good card and settled, without waiting for a webhook. */
export async function buyPaid(
  team: TestTeam,
  what: PackId | number = 'starter',
  extra: { promotionCode?: string } = {},
): Promise<Payment> {
  const { orderId, sessionId } = await buy(team.owner, what);
  stripe.standIn.page.pay(sessionId, { ...CARD, ...extra });
  await checkOrder(team.owner.ctx, { orderId }, scope());
  const [row] = await team.owner.ctx.db.select().from(payment).where(eq(payment.orderId, orderId));
  if (!row) throw new Error(`order ${orderId} is not paid`);
  return row;
}

/** A real, signed event about this object, received and applied. Answers what became of it. */
export async function tell(db: Db, type: string, objectId: string, now = new Date()) {
  const body = eventOf(type, objectId);
  const { id } = JSON.parse(body) as { id: string };
  await receiveEvent(db, { body: Buffer.from(body), signature: sign(body) }, new Date());
  await applyEvent(db, id, { now, appUrl: APP_URL });
  const [row] = await db.select().from(stripeInbox).where(eq(stripeInbox.eventId, id));
  return row;
}

export async function paymentRow(db: Db, id: string): Promise<Payment> {
  const [row] = await db.select().from(payment).where(eq(payment.id, id));
  if (!row) throw new Error(`no payment ${id}`);
  return row;
}

export function refundsOf(db: Db, team: TestTeam, paymentId: string) {
  return db
    .select()
    .from(refund)
    .where(and(eq(refund.paymentId, paymentId), eq(refund.organizationId, team.orgId)))
    .orderBy(refund.createdAt, refund.id);
}

/** A payment of $5 that somebody made in Stripe's dashboard, without an order of ours. */
export async function payWithoutOrder(client: Stripe, customer: string): Promise<Stripe.PaymentIntent> {
  stripe.standIn.control.attachCard(customer, CARD.number);
  const [card] = (await client.customers.listPaymentMethods(customer)).data;
  return client.paymentIntents.create({
    amount: 500,
    currency: 'usd',
    customer,
    payment_method: card?.id,
    off_session: true,
    confirm: true,
  });
}
