/** What the control page `/dev/stripe` lists: the newest of everything and what can be pressed about it. */
import type { Control } from '../control';
import { isInquiry, isOpen, isQuestioned, isUnderDispute } from '../disputes';
import type { Charge } from '../objects/payments';
import type { Subscription } from '../objects/subscriptions';
import type { Store } from '../store';
import { periodOf } from '../subscriptions';
import { nextRenewal } from '../timeline';
import { cardName, describe } from './receipt';

const MOST = 20;

export type StripeOverview = {
  now: Date;
  /** Whether its clock was moved. */
  ahead: boolean;
  nextRenewal: Date | null;
  webhooks: { paused: boolean; undelivered: number };
  /** How many of the next calls go wrong. */
  failuresLeft: number;
  /** Bank payments under way: checkout pages that are done, whose money is not there yet. */
  bankPayments: { sessionId: string; what: string; amount: number; customer: string }[];
  payments: {
    chargeId: string;
    what: string;
    customer: string;
    amount: number;
    /** Cents that can still be refunded; 0 while disputed. */
    left: number;
    paidWith: string;
    created: Date;
    state: 'paid' | 'failed' | 'refunded' | 'partly refunded' | 'disputed' | 'asked about' | 'lost';
    canDispute: boolean;
  }[];
  /** Refunds that have not arrived yet. */
  pendingRefunds: { id: string; amount: number; customer: string; created: Date }[];
  disputes: {
    id: string;
    amount: number;
    status: string;
    reason: string;
    customer: string;
    open: boolean;
    /** The bank only asks: no money has moved. */
    inquiry: boolean;
  }[];
  subscriptions: { id: string; what: string; customer: string; status: string; until: Date; ends: boolean }[];
  invoices: {
    id: string;
    number: string;
    customer: string;
    amount: number;
    status: string;
    due: Date | null;
  }[];
};

export function describeStripe(store: Store, control: Control): StripeOverview {
  const name = (id: string | null) =>
    (id && (store.customers[id]?.name ?? store.customers[id]?.email)) || 'Guest';
  const newest = <T>(objects: Record<string, T>, fits: (object: T) => boolean = () => true) =>
    Object.values(objects).filter(fits).reverse().slice(0, MOST);
  return {
    now: control.now(),
    ahead: store.ahead > 0,
    nextRenewal: nextRenewal(store),
    webhooks: {
      paused: control.webhooksPaused(),
      undelivered: store.events.filter((event) => event.pending_webhooks > 0).length,
    },
    failuresLeft: control.failuresLeft(),
    bankPayments: newest(
      store.sessions,
      ({ payment_intent }) => store.paymentIntents[payment_intent ?? '']?.status === 'processing',
    ).map((session) => ({
      sessionId: session.id,
      what: session._lines.map(({ description }) => description).join(', '),
      amount: session.amount_total ?? 0,
      customer: name(session.customer),
    })),
    payments: newest(store.charges).map((charge) => ({
      chargeId: charge.id,
      what: describe(store, charge),
      customer: name(charge.customer),
      amount: charge.amount,
      left:
        charge.paid && !isUnderDispute(store, charge) ? charge.amount_captured - charge.amount_refunded : 0,
      paidWith: cardName(charge),
      created: moment(charge.created),
      state: stateOf(store, charge),
      canDispute: charge.paid && !isUnderDispute(store, charge) && !isQuestioned(store, charge),
    })),
    pendingRefunds: newest(store.refunds, ({ status }) => status === 'pending').map((refund) => ({
      id: refund.id,
      amount: refund.amount,
      customer: name(refund.customer),
      created: moment(refund.created),
    })),
    disputes: newest(store.disputes).map((dispute) => ({
      id: dispute.id,
      amount: dispute.amount,
      status: dispute.status,
      reason: dispute.reason,
      customer: name(store.charges[dispute.charge]?.customer ?? null),
      open: isOpen(dispute),
      inquiry: isInquiry(dispute),
    })),
    subscriptions: newest(store.subscriptions).map((subscription) => ({
      id: subscription.id,
      what: planName(store, subscription),
      customer: name(subscription.customer),
      status: subscription.status,
      until: moment(periodOf(subscription).end),
      ends: subscription.cancel_at_period_end,
    })),
    invoices: newest(store.invoices, ({ status }) => status !== 'draft').map((invoice) => ({
      id: invoice.id,
      number: invoice.number ?? invoice.id,
      customer: name(invoice.customer),
      amount: invoice.total,
      status: invoice.status ?? '',
      due: invoice.due_date === null ? null : moment(invoice.due_date),
    })),
  };
}

function stateOf(store: Store, charge: Charge): StripeOverview['payments'][number]['state'] {
  if (!charge.paid) return 'failed';
  const mine = Object.values(store.disputes).filter((dispute) => dispute.charge === charge.id);
  const open = mine.find(isOpen);
  if (open) return isInquiry(open) ? 'asked about' : 'disputed';
  if (mine.some(({ status }) => status === 'lost')) return 'lost';
  if (charge.refunded) return 'refunded';
  return charge.amount_refunded > 0 ? 'partly refunded' : 'paid';
}

function planName(store: Store, { items }: Subscription): string {
  return items.data.map(({ price }) => store.products[price.product]?.name ?? price.product).join(', ');
}

function moment(seconds: number): Date {
  return new Date(seconds * 1000);
}
