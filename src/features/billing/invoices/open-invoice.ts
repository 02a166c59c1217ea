/** The invoice of an order at Stripe: draft, its one line, final. Then it is sent, or charged to a card. */
import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { purchaseOrder } from '@/db/schema/billing';
import { textsIn } from '@/texts/catalogue';
import { orderEnded } from '../checkout/order-ended';
import type { Order } from '../checkout/place-order';
import { lineName } from '../label-words';
import { idOf, orNull } from '../stripe-reads';
import { poField } from './po-field';

/** How it is to be paid. */
export type Terms = Pick<
  Stripe.InvoiceCreateParams,
  'collection_method' | 'days_until_due' | 'default_payment_method'
>;

/**
 * Makes the order's invoice final, or goes on with it where its making broke off, also days later, when Stripe has forgotten our keys:
 * what the invoice says decides what is left to do. Nothing is due before it is final, and Stripe does nothing about it by itself.
 * One of a customer that was replaced is dropped for a new one. Throws `conflict` when the order ends meanwhile.
 */
export async function openInvoice(
  ctx: Ctx,
  stripe: Stripe,
  order: Order,
  customer: string,
  terms: Terms,
): Promise<Stripe.Invoice> {
  const kept = await findKept(ctx, stripe, order.id, customer);
  const invoice =
    kept.invoice ?? (await draftInvoice(ctx, stripe, order, { customer, ...terms }, kept.replaces));
  if (invoice.status !== 'draft') return invoice;
  const key = (step: string) => ({ idempotencyKey: `invoice-${step}:${invoice.id}` });
  if (invoice.lines.data.length === 0) await addLine(stripe, order, invoice.id, customer, key('line'));
  return stripe.invoices.finalizeInvoice(invoice.id, {}, key('final'));
}

/** The invoice that our row names; `replaces` is its id when it cannot be used. */
async function findKept(
  ctx: Ctx,
  stripe: Stripe,
  orderId: string,
  customer: string,
): Promise<{ invoice: Stripe.Invoice | null; replaces: string | null }> {
  const [row] = await ctx.db
    .select({ id: purchaseOrder.stripeInvoiceId })
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.id, orderId), eq(purchaseOrder.organizationId, ctx.orgId)));
  const replaces = row?.id ?? null;
  if (!replaces) return { invoice: null, replaces };
  const invoice = await orNull(stripe.invoices.retrieve(replaces));
  if (!invoice || idOf(invoice.customer) === customer) return { invoice, replaces };
  if (invoice.status === 'draft') await stripe.invoices.del(replaces);
  else if (invoice.status === 'open') await stripe.invoices.voidInvoice(replaces);
  else return { invoice, replaces };
  return { invoice: null, replaces };
}

async function draftInvoice(
  ctx: Ctx,
  stripe: Stripe,
  order: Order,
  terms: Terms & { customer: string },
  replaces: string | null,
): Promise<Stripe.Invoice> {
  const draft = await stripe.invoices.create(
    {
      ...terms,
      currency: order.currency,
      auto_advance: false,
      pending_invoice_items_behavior: 'exclude',
      metadata: metadataOf(order),
      ...(order.poNumber ? { custom_fields: poField(order.poNumber) } : {}),
    },
    { idempotencyKey: `invoice-draft:${order.id}:${terms.customer}:${replaces ?? 'first'}` },
  );
  await rememberInvoice(ctx, order, draft.id, replaces);
  return draft;
}

/** Under a condition: two at once made the same draft, and an order that has ended meanwhile gets none. */
async function rememberInvoice(ctx: Ctx, order: Order, id: string, replaces: string | null): Promise<void> {
  const mine = and(eq(purchaseOrder.id, order.id), eq(purchaseOrder.organizationId, ctx.orgId));
  await ctx.db
    .update(purchaseOrder)
    .set({ stripeInvoiceId: id })
    .where(
      and(
        mine,
        isNull(purchaseOrder.resolvedAt),
        replaces ? eq(purchaseOrder.stripeInvoiceId, replaces) : isNull(purchaseOrder.stripeInvoiceId),
      ),
    );
  const [now] = await ctx.db.select().from(purchaseOrder).where(mine);
  if (now?.stripeInvoiceId !== id) throw orderEnded(now ?? order);
}

async function addLine(
  stripe: Stripe,
  order: Order,
  invoice: string,
  customer: string,
  options: Stripe.RequestOptions,
): Promise<void> {
  const { currency, amountCents: amount } = order;
  await stripe.invoiceItems.create(
    {
      customer,
      invoice,
      currency,
      amount,
      description: lineName(order, textsIn(order.language)),
      metadata: metadataOf(order),
    },
    options,
  );
}

function metadataOf(order: Order): Stripe.MetadataParam {
  return { order_id: order.id, organization_id: order.organizationId };
}
