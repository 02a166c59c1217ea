/** What Stripe says about an invoice, of a plan or of an order, cut down to what decides. All amounts are cents. */
import type Stripe from 'stripe';
import { paymentFailure } from '../payment-failure';
import { type Money, NO_MONEY, readMoney } from '../payments/payment-money';
import type { PlanId } from '../price-list';
import { fromSeconds, idOf, orNull, receivedOf, timeOf, withParts } from '../stripe-reads';
import { planOfPrice } from './plan-rules';

export type LineFacts = {
  amount: number;
  /** A part of a month, charged or credited because the plan changed within it. */
  proration: boolean;
  periodStart: Date;
  /** The plan that is sold at the line's price; null for anything else. */
  plan: PlanId | null;
  subscriptionId: string | null;
};

export type InvoiceFacts = {
  id: string;
  customerId: string | null;
  subscriptionId: string | null;
  /** Stripe's `billing_reason`. */
  reason: string | null;
  status: string | null;
  currency: string;
  subtotal: number;
  discount: number;
  /** Tax on top of the prices, and all tax. */
  addedTax: number;
  tax: number;
  total: number;
  /** What came in for it: by card, by transfer, or elsewhere as somebody at Stripe's dashboard says. */
  amountPaid: number;
  /** What the customer's balance paid of it; negative where a debt from before was collected with it. */
  balanceUsed: number;
  /** What was let off by credit notes before it was paid. */
  letOff: number;
  lines: LineFacts[];
  createdAt: Date;
  /** When a sent invoice is to be paid. */
  dueAt: Date | null;
  paidAt: Date | null;
  invoiceUrl: string | null;
  /** Makes the same payment count once: the payment intent, or the invoice where nothing was left to pay. */
  paymentKey: string;
  /** The payment intents behind it; empty when nothing was charged. */
  payments: { customerId: string | null; currency: string; status: string; amount: number }[];
  /** Why the last try to pay it failed, for its buyer; null when nothing failed and once it is paid. */
  failure: string | null;
  money: Money;
};

/** The subscription that an invoice belongs to, in Stripe's present shape and the one before it. */
export function subscriptionOf(invoice: Stripe.Invoice): string | null {
  const old = (invoice as { subscription?: string | { id: string } | null }).subscription;
  return idOf(invoice.parent?.subscription_details?.subscription ?? old);
}

/** Null when Stripe knows no such invoice. */
export async function readInvoice(stripe: Stripe, id: string): Promise<InvoiceFacts | null> {
  const invoice = await orNull(withParts(['payments'], (params) => stripe.invoices.retrieve(id, params)));
  return invoice && toFacts(stripe, invoice);
}

async function toFacts(stripe: Stripe, invoice: Stripe.Invoice): Promise<InvoiceFacts> {
  const taxes = invoice.total_taxes ?? [];
  const intents = await readIntents(stripe, invoice);
  const [intent] = intents;
  return {
    id: invoice.id,
    customerId: idOf(invoice.customer),
    subscriptionId: subscriptionOf(invoice),
    reason: invoice.billing_reason,
    status: invoice.status,
    currency: invoice.currency.toLowerCase(),
    subtotal: invoice.subtotal,
    discount: sum(invoice.total_discount_amounts ?? []),
    addedTax: sum(taxes.filter((tax) => tax.tax_behavior === 'exclusive')),
    tax: sum(taxes),
    total: invoice.total,
    amountPaid: invoice.amount_paid,
    balanceUsed: (invoice.ending_balance ?? 0) - (invoice.starting_balance ?? 0),
    letOff: invoice.pre_payment_credit_notes_amount ?? 0,
    lines: await readLines(stripe, invoice),
    createdAt: fromSeconds(invoice.created),
    dueAt: timeOf(invoice.due_date),
    paidAt: timeOf(invoice.status_transitions?.paid_at),
    invoiceUrl: invoice.hosted_invoice_url ?? null,
    paymentKey: intent?.id ?? invoice.id,
    payments: intents.map((payment) => ({
      customerId: idOf(payment.customer),
      currency: payment.currency.toLowerCase(),
      status: payment.status,
      amount: receivedOf(payment),
    })),
    failure: await readFailure(stripe, invoice),
    money: intent ? await readMoney(stripe, intent) : NO_MONEY,
  };
}

/** The payment intents that paid it. */
async function readIntents(stripe: Stripe, invoice: Stripe.Invoice): Promise<Stripe.PaymentIntent[]> {
  if (invoice.amount_paid === 0) return [];
  const old = (invoice as { payment_intent?: string | { id: string } | null }).payment_intent;
  const paid = (invoice.payments?.data ?? []).filter(({ status }) => status === 'paid');
  const ids = paid.map(({ payment }) => idOf(payment.payment_intent)).filter((id) => id !== null);
  const known = ids.length > 0 ? ids : [idOf(old)].filter((id) => id !== null);
  return Promise.all(known.map((id) => stripe.paymentIntents.retrieve(id)));
}

/** The payment that waits for a card that works, of an invoice that somebody tried to pay. */
async function readFailure(stripe: Stripe, invoice: Stripe.Invoice): Promise<string | null> {
  if (invoice.status === 'paid' || !invoice.attempted) return null;
  const old = (invoice as { payment_intent?: string | { id: string } | null }).payment_intent;
  const last = invoice.payments?.data.find(({ status }) => status !== 'paid');
  const id = idOf(last?.payment.payment_intent ?? old);
  const intent = id ? await orNull(stripe.paymentIntents.retrieve(id)) : null;
  return intent && paymentFailure(intent);
}

async function readLines(stripe: Stripe, invoice: Stripe.Invoice): Promise<LineFacts[]> {
  const lines = invoice.lines.has_more
    ? await stripe.invoices.listLineItems(invoice.id, { limit: 100 }).autoPagingToArray({ limit: 1_000 })
    : invoice.lines.data;
  const prices = new Map<string, Promise<Stripe.Price | null>>();
  return Promise.all(
    lines.map(async (line) => {
      const parent = line.parent?.subscription_item_details ?? line.parent?.invoice_item_details ?? null;
      const old = line as { proration?: boolean };
      return {
        amount: line.amount,
        proration: parent?.proration ?? old.proration ?? false,
        periodStart: fromSeconds(line.period.start),
        plan: planOf(await readPrice(stripe, line, prices), line.quantity),
        subscriptionId: parent?.subscription ?? idOf(line.subscription),
      };
    }),
  );
}

function readPrice(
  stripe: Stripe,
  line: Stripe.InvoiceLineItem,
  known: Map<string, Promise<Stripe.Price | null>>,
): Promise<Stripe.Price | null> {
  const old = (line as { price?: Stripe.Price | string | null }).price;
  const price = line.pricing?.price_details?.price ?? old ?? null;
  if (price === null || typeof price === 'object') return Promise.resolve(price);
  const reading = known.get(price) ?? orNull(stripe.prices.retrieve(price));
  known.set(price, reading);
  return reading;
}

function planOf(price: Stripe.Price | null, quantity: number | null): PlanId | null {
  if (!price) return null;
  return planOfPrice({
    amountCents: price.unit_amount,
    currency: price.currency,
    interval: price.recurring?.interval ?? null,
    intervalCount: price.recurring?.interval_count ?? null,
    quantity,
  });
}

function sum(parts: { amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}
