import { record, seconds } from './events';
import { type Period, pricingOf } from './invoice-lines';
import type { Price } from './objects/catalog';
import type { InvoiceItem } from './objects/invoices';
import type { Metadata } from './objects/kept';
import { type Store, stripeId } from './store';

export type NewInvoiceItem = {
  customer: string;
  /** Cents of the whole item; negative for a credit. */
  amount: number;
  currency: string;
  description: string | null;
  price: Price | null;
  quantity: number;
  invoice?: string | null;
  metadata?: Metadata;
  period?: Period;
  /** The part of a subscription's period that it stands for. */
  prorated?: { subscription: string; item: string };
};

/** Something to bill once: with the invoice that it names, or with the customer's next one. */
export function addInvoiceItem(store: Store, wanted: NewInvoiceItem, now: Date): InvoiceItem {
  const at = seconds(now);
  const item: InvoiceItem = {
    id: stripeId('ii'),
    object: 'invoiceitem',
    amount: wanted.amount,
    currency: wanted.currency,
    customer: wanted.customer,
    date: at,
    description: wanted.description,
    discountable: !wanted.prorated && wanted.amount > 0,
    discounts: [],
    invoice: wanted.invoice ?? null,
    livemode: false,
    metadata: wanted.metadata ?? {},
    parent: wanted.prorated
      ? {
          type: 'subscription_details',
          subscription_details: {
            subscription: wanted.prorated.subscription,
            subscription_item: wanted.prorated.item,
          },
        }
      : null,
    period: wanted.period ?? { start: at, end: at },
    pricing: wanted.price && pricingOf(wanted.price),
    proration: wanted.prorated !== undefined,
    quantity: wanted.quantity,
  };
  store.invoiceItems[item.id] = item;
  record(store, 'invoiceitem.created', item, now);
  return item;
}
