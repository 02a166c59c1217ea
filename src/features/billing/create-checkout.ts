import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { purchaseOrder } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember, requirePermission } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { failpoint } from '@/lib/failpoint';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { ensureCustomer, forgetCustomer } from './ensure-customer';
import { type CheckoutInput, checkoutInput } from './input';
import { CURRENCY, PACKS, type PackId, PRICE_VERSION } from './price-list';

type Order = typeof purchaseOrder.$inferSelect;

export type Checkout = {
  orderId: string;
  /** Stripe's payment page. */
  url: string;
};

/**
 * Orders a pack and opens Stripe's payment page for it. The order, with the price and the credits sold, is written before
 * Stripe hears of it. The same key answers the same order; with another pack it throws `idempotency_mismatch`. `returnTo` is
 * the address of the site, for the way back. Throws `unavailable` when Stripe cannot be reached: nothing was charged.
 */
export async function createCheckout(ctx: Ctx, input: CheckoutInput, returnTo: string): Promise<Checkout> {
  requirePermission(ctx.actor, 'billing:buy');
  const { pack, idempotencyKey } = checkoutInput.parse(input);
  const order = await placeOrder(ctx, pack, idempotencyKey);
  if (order.checkoutUrl) return { orderId: order.id, url: order.checkoutUrl };
  failpoint('purchase.ordered');
  const session = await openSession(ctx, order, returnTo);
  if (!session.url)
    throw new AppError('unavailable', 'The payment page did not open. Not charged. Try again.');
  failpoint('purchase.session-opened');
  await ctx.db
    .update(purchaseOrder)
    .set({
      stripeSessionId: session.id,
      checkoutUrl: session.url,
      expiresAt: new Date(session.expires_at * 1000),
    })
    .where(and(eq(purchaseOrder.id, order.id), isNull(purchaseOrder.stripeSessionId)));
  return { orderId: order.id, url: session.url };
}

function placeOrder(ctx: Ctx, packId: PackId, idempotencyKey: string): Promise<Order> {
  const { memberId } = requireMember(ctx.actor);
  const pack = PACKS[packId];
  const requestHash = sha256Hex(canonicalJson({ pack: packId, memberId }));
  return inTransaction(ctx, async (ctx) => {
    const [placed] = await ctx.db
      .insert(purchaseOrder)
      .values({
        id: newId('order'),
        organizationId: ctx.orgId,
        memberId,
        idempotencyKey,
        requestHash,
        pack: pack.id,
        credits: pack.credits,
        amountCents: pack.amountCents,
        currency: CURRENCY,
        priceVersion: PRICE_VERSION,
      })
      .onConflictDoNothing({ target: [purchaseOrder.organizationId, purchaseOrder.idempotencyKey] })
      .returning();
    if (placed) {
      await recordAudit(ctx, {
        action: 'billing.checkout',
        subjectType: 'order',
        subjectId: placed.id,
        data: { pack: pack.id, credits: pack.credits, amountCents: pack.amountCents },
      });
      return placed;
    }
    const [earlier] = await ctx.db
      .select()
      .from(purchaseOrder)
      .where(
        and(eq(purchaseOrder.organizationId, ctx.orgId), eq(purchaseOrder.idempotencyKey, idempotencyKey)),
      );
    if (!earlier) throw notFound('Order');
    if (earlier.requestHash !== requestHash) {
      throw new AppError('idempotency_mismatch', 'This Idempotency-Key was used for another order.');
    }
    return earlier;
  });
}

async function openSession(ctx: Ctx, order: Order, returnTo: string): Promise<Stripe.Checkout.Session> {
  const { client } = await stripeAccount();
  const slug = await getSlug(ctx);
  const create = async (customer: string) =>
    client.checkout.sessions.create(sessionParams(order, customer, `${returnTo}/teams/${slug}/credits/buy`), {
      idempotencyKey: `checkout:${order.id}:${customer}`,
    });
  return callStripe(async () => {
    const customer = await ensureCustomer(ctx, client);
    try {
      return await create(customer);
    } catch (error) {
      if (!isUnknownCustomer(error)) throw error;
      await forgetCustomer(ctx, customer);
      return create(await ensureCustomer(ctx, client, customer));
    }
  });
}

function sessionParams(order: Order, customer: string, page: string): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id, organization_id: order.organizationId };
  const { name } = PACKS[order.pack as PackId];
  return {
    mode: 'payment',
    customer,
    client_reference_id: order.organizationId,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency,
          unit_amount: order.amountCents,
          product_data: { name: `${name} pack, ${order.credits} credits` },
        },
      },
    ],
    allow_promotion_codes: true,
    invoice_creation: { enabled: true },
    metadata,
    payment_intent_data: { metadata },
    success_url: `${page}/${order.id}`,
    cancel_url: `${page}/${order.id}?cancelled=1`,
  };
}

async function getSlug(ctx: Ctx): Promise<string> {
  const [row] = await ctx.db
    .select({ slug: organization.slug })
    .from(organization)
    .where(eq(organization.id, ctx.orgId));
  if (!row) throw notFound('Team');
  return row.slug;
}

function isUnknownCustomer(error: unknown): boolean {
  const { code, param } = error as { code?: string; param?: string };
  return code === 'resource_missing' && param === 'customer';
}
