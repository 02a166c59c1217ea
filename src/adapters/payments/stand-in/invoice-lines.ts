/** What an invoice is made of, and what it comes to. */
import { nameOf } from './catalog';
import type { Price } from './objects/catalog';
import type { Invoice, InvoiceItem, InvoiceLine } from './objects/invoices';
import type { SubscriptionItem } from './objects/subscriptions';
import { discountOf } from './promotions';
import { type Store, stripeId } from './store';

export type Period = { start: number; end: number };

type NewLine = {
  description: string;
  amount: number;
  currency: string;
  quantity: number;
  period: Period;
  price: Price | null;
};

function line(wanted: NewLine, parent: InvoiceLine['parent'], subscription: string | null): InvoiceLine {
  const { price, ...rest } = wanted;
  return {
    id: stripeId('il'),
    object: 'line_item',
    ...rest,
    discount_amounts: [],
    discountable: rest.amount > 0,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent,
    pricing: price && pricingOf(price),
    subscription,
    subtotal: rest.amount,
    taxes: [],
  };
}

export function pricingOf(price: Price): NonNullable<InvoiceLine['pricing']> {
  return {
    type: 'price_details',
    price_details: { price: price.id, product: price.product },
    unit_amount_decimal: price.unit_amount_decimal,
  };
}

/** A whole period of what is subscribed to. */
export function cycleLine(store: Store, item: SubscriptionItem): InvoiceLine {
  const { price, quantity } = item;
  const every = price.recurring?.interval ?? 'month';
  const wanted = {
    description: `${quantity} × ${nameOf(store, price)} (at ${dollars(price.unit_amount)} / ${every})`,
    amount: price.unit_amount * quantity,
    currency: price.currency,
    quantity,
    period: { start: item.current_period_start, end: item.current_period_end },
    price,
  };
  const parent = {
    type: 'subscription_item_details',
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: null,
      proration: false,
      proration_details: { credited_items: null },
      subscription: item.subscription,
      subscription_item: item.id,
    },
  } as const;
  return line(wanted, parent, item.subscription);
}

/** Something billed once: a pack, or a part of a period. */
export function itemLine(item: InvoiceItem): InvoiceLine {
  const subscription = item.parent?.subscription_details.subscription ?? null;
  const made = line(
    {
      description: item.description ?? '',
      amount: item.amount,
      currency: item.currency,
      quantity: item.quantity,
      period: item.period,
      price: null,
    },
    {
      type: 'invoice_item_details',
      invoice_item_details: {
        invoice_item: item.id,
        proration: item.proration,
        proration_details: { credited_items: null },
        subscription,
      },
      subscription_item_details: null,
    },
    subscription,
  );
  return {
    ...made,
    discountable: item.discountable && item.amount > 0,
    metadata: { ...item.metadata },
    pricing: item.pricing,
  };
}

/** Puts the lines in and adds them up, with the discounts and the customer's balance: credit below zero, debt above. */
export function fill(store: Store, invoice: Invoice, lines: InvoiceLine[]): void {
  const filled = lines.map((one) => ({ ...one, invoice: invoice.id }));
  invoice.lines = { object: 'list', data: filled, has_more: false, url: `/v1/invoices/${invoice.id}/lines` };
  const discounts = invoice.discounts.map((discount) => ({
    discount,
    amount: discountLines(store, filled, discount),
  }));
  const off = discounts.reduce((sum, { amount }) => sum + amount, 0);
  const subtotal = filled.reduce((sum, { amount }) => sum + amount, 0);
  const total = subtotal - off;
  const balance = store.customers[invoice.customer ?? '']?.balance ?? 0;
  const due = Math.max(total + balance, 0);
  Object.assign(invoice, {
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: total,
    total_discount_amounts: discounts,
    starting_balance: balance,
    amount_due: due,
    amount_remaining: due - invoice.amount_paid,
  });
}

/** What is left of the customer's credit when this invoice is final; a debt is collected with it. */
export function balanceAfter(invoice: Invoice): number {
  return Math.min(invoice.starting_balance + invoice.total, 0);
}

/** Takes one discount off the lines, in whole cents; answers how much that is. */
function discountLines(store: Store, lines: InvoiceLine[], discountId: string): number {
  const coupon = store.coupons[store.discounts[discountId]?.source.coupon ?? ''];
  if (!coupon) return 0;
  let left = coupon.amount_off ?? Number.POSITIVE_INFINITY;
  let off = 0;
  for (const one of lines.filter(({ discountable }) => discountable)) {
    const before = one.discount_amounts.reduce((sum, { amount }) => sum + amount, 0);
    const amount = Math.min(discountOf(coupon, one.amount - before), left);
    one.discount_amounts.push({ discount: discountId, amount });
    left -= amount;
    off += amount;
  }
  return off;
}

export function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}
