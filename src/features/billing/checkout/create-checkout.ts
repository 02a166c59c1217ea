import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import type { Ctx } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { failpoint } from '@/lib/failpoint';
import { textsIn } from '@/texts/catalogue';
import { say } from '@/texts/current-texts';
import { type CheckoutInput, checkoutInput } from '../input';
import { readBillingDetails } from '../invoices/billing-details-queries';
import { poField } from '../invoices/po-field';
import { lineName } from '../label-words';
import { offerOf } from '../offers';
import { timeOf } from '../stripe-reads';
import { getSlug } from '../team-slug';
import { orderEnded } from './order-ended';
import { type Order, placeOrder } from './place-order';
import { withCustomer } from './stripe-customer';

export type Checkout = {
  orderId: string;
  /** Stripe's payment page. */
  url: string;
};

/**
 * Orders a pack or a custom number of credits and opens Stripe's payment page for it. The order, with the price and the credits
 * sold, is written before Stripe hears of it. The same key answers the same order; for something else it throws
 * `idempotency_mismatch`. `returnTo` is the address of the site, for the way back. Throws `unavailable` when Stripe cannot be
 * reached: nothing was charged.
 */
export async function createCheckout(ctx: Ctx, input: CheckoutInput, returnTo: string): Promise<Checkout> {
  requirePermission(ctx.actor, 'billing:buy');
  const { idempotencyKey, ...choice } = checkoutInput.parse(input);
  const order = await placeOrder(ctx, offerOf(choice), { idempotencyKey });
  return openCheckout(ctx, order, async (customer, { checkout }) => {
    const page = `${returnTo}/teams/${await getSlug(ctx)}/credits/buy/${order.id}`;
    const { poNumber } = await readBillingDetails(ctx);
    return checkout.sessions.create(sessionParams(order, { customer, page, poNumber }), {
      idempotencyKey: `checkout:${order.id}:${customer}`,
    });
  });
}

/**
 * Stripe's page of an order: the one it has, or the one that `create` opens. Throws `unavailable` when Stripe does not answer:
 * the same request may be sent again; `conflict` for an order that has ended without a page here, which must not be paid twice.
 */
export async function openCheckout(
  ctx: Ctx,
  order: Order,
  create: (customer: string, stripe: Stripe) => Promise<Stripe.Checkout.Session>,
): Promise<Checkout> {
  if (order.checkoutUrl) return { orderId: order.id, url: order.checkoutUrl };
  if (order.resolvedAt) throw orderEnded(order);
  failpoint('purchase.ordered');
  const { client } = await stripeAccount();
  const session = await callStripe(() => withCustomer(ctx, client, (customer) => create(customer, client)));
  if (!session.url) throw new AppError('unavailable', say('billing.refused.pageNotOpened'));
  failpoint('purchase.session-opened');
  await ctx.db
    .update(purchaseOrder)
    .set({
      stripeSessionId: session.id,
      checkoutUrl: session.url,
      expiresAt: timeOf(session.expires_at),
    })
    .where(and(eq(purchaseOrder.id, order.id), isNull(purchaseOrder.stripeSessionId)));
  return { orderId: order.id, url: session.url };
}

type SessionSettings = { customer: string; page: string; poNumber: string | null };

function sessionParams(
  order: Order,
  { customer, page, poNumber }: SessionSettings,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id, organization_id: order.organizationId };
  const texts = textsIn(order.language);
  return {
    mode: 'payment',
    customer,
    locale: texts.language,
    client_reference_id: order.organizationId,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency,
          unit_amount: order.amountCents,
          product_data: { name: lineName(order, texts) },
        },
      },
    ],
    allow_promotion_codes: true,
    invoice_creation: {
      enabled: true,
      ...(poNumber ? { invoice_data: { custom_fields: poField(poNumber) } } : {}),
    },
    metadata,
    payment_intent_data: { metadata },
    success_url: page,
    cancel_url: `${page}?cancelled=1`,
  };
}
