/** Charges the saved card for a top-up's invoice. Safe to repeat: an invoice is paid once, and the order has one. */
import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { describeStripeError } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { log } from '@/lib/log';
import { HOUR, plus } from '@/lib/time';
import type { Order } from '../checkout/place-order';
import { openInvoice } from '../invoices/open-invoice';
import { settleInvoice } from '../invoices/settle-invoice';
import { keptText } from '../kept-words';
import { readInvoice } from '../plans/invoice-facts';
import { orNull } from '../stripe-reads';
import { endTopUp } from './end-top-up';
import { findSavedCard } from './saved-card';

type Scope = { now: Date; appUrl: string };

/** Nobody expects a charge for a shortage of the day before: an older top-up is looked for and not charged any more. */
const LATEST_HOURS = 20;

/** Stripe understood and said no: a declined card, or one that it does not have any more. Anything else says nothing. */
const REFUSALS: readonly number[] = [400, 402, 404];

/** What became of the charge: the invoice that says so, or why there is nothing to read. */
type Charged = { invoiceId: string } | { failure: string };

/** An unclear answer of Stripe is thrown and leaves the order open: the next round goes on with the same invoice. */
export async function chargeTopUp(ctx: Ctx, orderId: string, scope: Scope): Promise<void> {
  const [order] = await ctx.db
    .select()
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId)));
  if (!order || order.resolvedAt) return;
  const { client } = await stripeAccount();
  const charged = await findOrCharge(ctx, client, order, scope.now);
  if ('failure' in charged) return end(ctx, order, charged.failure, scope);
  const facts = await readInvoice(client, charged.invoiceId);
  if (!facts) return;
  const outcome = await inTransaction(ctx, (inside) =>
    settleInvoice({ db: inside.db, ...scope, ctxOf: () => inside }, facts, order.id),
  );
  if (outcome.status === 'parked') log.error({ orderId, reason: outcome.reason }, 'top-up parked');
}

async function findOrCharge(ctx: Ctx, stripe: Stripe, order: Order, now: Date): Promise<Charged> {
  const kept = order.stripeInvoiceId ? await orNull(stripe.invoices.retrieve(order.stripeInvoiceId)) : null;
  if (kept && kept.status !== 'draft' && kept.status !== 'open') return { invoiceId: kept.id };
  if (order.createdAt < plus(now, -LATEST_HOURS * HOUR)) {
    if (kept) await callOff(stripe, kept);
    return { failure: keptText('noAnswer') };
  }
  const card = await findSavedCard(ctx, stripe);
  if (!card) {
    if (kept) await callOff(stripe, kept);
    return { failure: keptText('noCard') };
  }
  const invoice = await openInvoice(ctx, stripe, order, card.customer, {
    collection_method: 'charge_automatically',
    default_payment_method: card.paymentMethod,
  });
  return invoice.status === 'open'
    ? charge(stripe, invoice.id, card.paymentMethod)
    : { invoiceId: invoice.id };
}

/** What the card's owner did not pay now must not be payable later. */
async function charge(stripe: Stripe, invoiceId: string, paymentMethod: string): Promise<Charged> {
  try {
    await stripe.invoices.pay(
      invoiceId,
      { payment_method: paymentMethod, off_session: true },
      { idempotencyKey: `top-up:${invoiceId}` },
    );
    return { invoiceId };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError) || !REFUSALS.includes(error.statusCode ?? 0))
      throw error;
    log.warn({ invoiceId, ...describeStripeError(error) }, 'a top-up was not paid');
  }
  // Read before it is called off, which ends the payment and with it what it waited for.
  const facts = await readInvoice(stripe, invoiceId);
  if (facts?.status !== 'open') return { invoiceId };
  await callOff(stripe, facts);
  return { failure: facts.failure ?? keptText('cardUnusable') };
}

async function callOff(stripe: Stripe, { id, status }: { id: string; status: string | null }): Promise<void> {
  if (status === 'draft') await stripe.invoices.del(id);
  else await stripe.invoices.voidInvoice(id);
}

async function end(ctx: Ctx, order: Order, failure: string, scope: Scope): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [locked] = await ctx.db
      .select()
      .from(purchaseOrder)
      .where(and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId)))
      .for('update');
    if (locked && !locked.resolvedAt) await endTopUp(ctx, locked, failure, scope);
  });
}
