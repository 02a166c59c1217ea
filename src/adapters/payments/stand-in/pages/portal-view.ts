/** What the customer portal shows. */
import type { Subscription } from '../objects/subscriptions';
import type { Store } from '../store';
import type { Portal } from './portal';
import { nameCard } from './receipt';

const MOST_INVOICES = 24;

export type PortalPage = {
  id: string;
  customer: string;
  flow: 'payment_method_update' | 'subscription_cancel' | null;
  returnUrl: string | null;
  cards: { id: string; name: string; expires: string; isDefault: boolean }[];
  plans: {
    id: string;
    name: string;
    /** Cents of one period. */
    amount: number;
    interval: string;
    status: string;
    ends: boolean;
    until: Date;
  }[];
  invoices: { id: string; number: string; created: Date; amount: number; status: string }[];
  may: { changeCards: boolean; cancel: boolean; seeInvoices: boolean };
};

export function describePortal(store: Store, portal: Portal): PortalPage {
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
    plans: portal.subscriptions.map((subscription) => toPlan(store, subscription)),
    invoices: portal.invoices.slice(0, MOST_INVOICES).map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? '',
      created: moment(invoice.created),
      amount: invoice.total,
      status: invoice.status ?? '',
    })),
    may: portal.may,
  };
}

function toPlan(store: Store, subscription: Subscription): PortalPage['plans'][number] {
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
}

function moment(seconds: number): Date {
  return new Date(seconds * 1000);
}
