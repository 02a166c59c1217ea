/** What the pages of the local Stripe show: receipts, invoices, the portal and the control page. */
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { nameCard } from '@/adapters/payments/stand-in/documents';
import type { Invoice } from '@/adapters/payments/stand-in/objects/invoices';
import { describeStripe, type StripeOverview } from '@/adapters/payments/stand-in/overview';
import type { StandIn } from '@/adapters/payments/stand-in/server';
import { openLocalStripe } from './local-stripe';

export type { StripeOverview } from '@/adapters/payments/stand-in/overview';

/** The stand-in, or a page that does not exist. */
export async function localStripeOrNotFound(): Promise<StandIn> {
  const standIn = await openLocalStripe((await headers()).get('host'));
  if (!standIn) notFound();
  return standIn;
}

export async function loadStripeOverview(): Promise<StripeOverview> {
  const { store, control } = await localStripeOrNotFound();
  return describeStripe(store, control);
}

export type LocalInvoice = {
  id: string;
  number: string | null;
  status: string;
  created: Date;
  due: Date | null;
  paidAt: Date | null;
  seller: string;
  customer: { name: string | null; email: string | null; address: string[]; taxIds: string[] };
  customFields: { name: string; value: string }[];
  lines: { id: string; description: string; amount: number; period: { from: Date; to: Date } | null }[];
  subtotal: number;
  discount: number;
  credit: number;
  total: number;
  left: number;
  creditNotes: { number: string; amount: number }[];
  description: string | null;
  footer: string | null;
  canBePaid: boolean;
};

/** An invoice, or the one that a credit note is about. */
export async function loadLocalInvoice(params: Promise<{ id: string }>): Promise<LocalInvoice> {
  const { store } = await localStripeOrNotFound();
  const { id } = await params;
  const invoice = store.invoices[store.creditNotes[id]?.invoice ?? id];
  if (!invoice || invoice.status === 'draft') notFound();
  const notes = Object.values(store.creditNotes).filter(
    (note) => note.invoice === invoice.id && note.status !== 'void',
  );
  return {
    ...toView(invoice),
    creditNotes: notes.map(({ number, amount }) => ({ number, amount })),
  };
}

export type LocalPortal = {
  id: string;
  customer: string;
  flow: 'payment_method_update' | 'subscription_cancel' | null;
  returnUrl: string | null;
  cards: { id: string; name: string; expires: string; isDefault: boolean }[];
  plans: {
    id: string;
    name: string;
    amount: number;
    interval: string;
    status: string;
    ends: boolean;
    until: Date;
  }[];
  invoices: { id: string; number: string; created: Date; amount: number; status: string }[];
  may: { changeCards: boolean; cancel: boolean; seeInvoices: boolean };
};

export async function loadLocalPortal(params: Promise<{ id: string }>): Promise<LocalPortal> {
  const { store, page } = await localStripeOrNotFound();
  const portal = page.findPortal((await params).id);
  if (!portal) notFound();
  const { session, customer } = portal;
  const charged =
    portal.subscriptions[0]?.default_payment_method ?? customer.invoice_settings.default_payment_method;
  return {
    id: session.id,
    customer: customer.name ?? customer.email ?? customer.id,
    flow: session.flow?.type ?? null,
    returnUrl: session.return_url,
    cards: portal.cards.map(({ id, card }) => ({
      id,
      name: nameCard(card),
      expires: `${String(card.exp_month).padStart(2, '0')} / ${card.exp_year % 100}`,
      isDefault: id === charged,
    })),
    plans: portal.subscriptions.map((subscription) => {
      const [item] = subscription.items.data;
      return {
        id: subscription.id,
        name: (item && store.products[item.price.product]?.name) ?? 'Plan',
        amount: item ? item.price.unit_amount * item.quantity : 0,
        interval: item?.price.recurring?.interval ?? 'month',
        status: subscription.status,
        ends: subscription.cancel_at_period_end,
        until: moment(item?.current_period_end ?? 0),
      };
    }),
    invoices: portal.invoices.slice(0, 24).map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? '',
      created: moment(invoice.created),
      amount: invoice.total,
      status: invoice.status ?? '',
    })),
    may: portal.may,
  };
}

function toView(invoice: Invoice): Omit<LocalInvoice, 'creditNotes'> {
  const { line1, line2, postal_code, city, state, country } = invoice.customer_address ?? {};
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status ?? '',
    created: moment(invoice.created),
    due: invoice.due_date === null ? null : moment(invoice.due_date),
    paidAt: invoice.status_transitions.paid_at ? moment(invoice.status_transitions.paid_at) : null,
    seller: 'headcraft',
    customer: {
      name: invoice.customer_name,
      email: invoice.customer_email,
      address: [line1, line2, [postal_code, city].filter(Boolean).join(' '), state, country].filter(
        (part): part is string => Boolean(part),
      ),
      taxIds: invoice.customer_tax_ids.map(({ value }) => value),
    },
    customFields: invoice.custom_fields ?? [],
    lines: invoice.lines.data.map(({ id, description, amount, period }) => ({
      id,
      description: description ?? '',
      amount,
      period: period.start === period.end ? null : { from: moment(period.start), to: moment(period.end) },
    })),
    subtotal: invoice.subtotal,
    discount: invoice.total_discount_amounts.reduce((sum, { amount }) => sum + amount, 0),
    credit: invoice.starting_balance,
    total: invoice.total,
    left: invoice.amount_remaining,
    description: invoice.description,
    footer: invoice.footer,
    canBePaid: invoice.status === 'open' || invoice.status === 'uncollectible',
  };
}

function moment(seconds: number): Date {
  return new Date(seconds * 1000);
}
