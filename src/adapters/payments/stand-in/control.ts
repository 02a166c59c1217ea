/** What no API can do: cardholders and banks acting, time going by, the app out of reach. For tests and the page `/dev/stripe`. */
import { findTestCard } from './cards';
import type { Delivery } from './delivery';
import {
  closeDispute,
  type DisputeOutcome,
  type DisputeWish,
  escalateDispute,
  openDispute,
} from './disputes';
import type { Failure, Failures } from './failures';
import { payInvoiceByBank } from './invoice-payments';
import type { Invoice } from './objects/invoices';
import type { Dispute, PaymentIntent, PaymentMethod, Refund } from './objects/payments';
import { makeDefault } from './pages/portal';
import { answerBankAndFollow } from './payment-followers';
import { addCard, attachCard } from './payment-methods';
import { completeRefund, failRefund, type RefundWish, refundCharge } from './refunds';
import { findIn } from './routes';
import type { Store } from './store';
import { followPaid } from './subscriptions';
import { forgetOld, nextRenewal, runDue } from './timeline';

export type Control = {
  /** The stand-in's own time: the real one and what the clock was moved by. */
  now(): Date;
  /** Moves the clock on (milliseconds) and does what falls due on the way. */
  moveClock(milliseconds: number): Date;
  /** Moves the clock to the next renewal, of this subscription or of any; null when there is none. */
  moveToNextRenewal(subscriptionId?: string): Date | null;
  /** The next calls go wrong. */
  fail(failure: Failure): void;
  stopFailing(): void;
  /** How many calls are still to fail. */
  failuresLeft(): number;
  /** The cardholder takes a payment back, or only asks about it: all of it, or `amount` cents. */
  openDispute(chargeId: string, wish?: DisputeWish): Dispute;
  closeDispute(disputeId: string, outcome: DisputeOutcome): Dispute;
  /** The cardholder was only asking; now the money is taken. */
  escalateDispute(disputeId: string): Dispute;
  /** Gives money back as from Stripe's dashboard: what is left, or `amount` cents. */
  refund(chargeId: string, amount?: number, wish?: Pick<RefundWish, 'pending'>): Refund;
  /** A refund that the bank could not pay out, at once or after a while. */
  failRefund(refundId: string): Refund;
  /** A pending refund arrives. */
  completeRefund(refundId: string): Refund;
  /** Keeps a test card for a customer, and makes it the one that is charged. */
  attachCard(customerId: string, number: string): PaymentMethod;
  /** What the owner of a card told the bank about a payment that waits for that: a charge, an invoice's, a top-up's. */
  confirmPayment(paymentIntentId: string, confirmed: boolean): PaymentIntent;
  /** A bank transfer for an open invoice. */
  payInvoiceByBank(invoiceId: string): Invoice;
  /** The app is out of reach: nothing is sent. After three days of the stand-in's time Stripe gives an event up for good. */
  pauseWebhooks(): void;
  resumeWebhooks(): void;
  webhooksPaused(): boolean;
};

/** Does something with the state, whole or not at all. */
export type Change = <T>(work: (store: Store, now: Date) => T) => T;

type Parts = { delivery: Delivery; failures: Failures; now: () => Date; change: Change };

export function createControl(store: Store, { delivery, failures, now, change }: Parts): Control {
  const moveClock = (milliseconds: number) => {
    if (!(milliseconds >= 0)) throw new Error('The clock moves forward only.');
    store.ahead += milliseconds;
    change((store, at) => {
      runDue(store, at);
      if (delivery.paused) delivery.giveUpOld();
      forgetOld(store, at);
    });
    return now();
  };
  return {
    now,
    moveClock,
    fail: failures.add,
    stopFailing: failures.clear,
    failuresLeft: () => failures.left,
    moveToNextRenewal: (id) => {
      const next = nextRenewal(store, id);
      return next && moveClock(Math.max(next.getTime() - now().getTime(), 0) + 1000);
    },
    openDispute: (id, wish = {}) =>
      change((store, at) => openDispute(store, findIn(store.charges, 'charge', id), wish, at)),
    closeDispute: (id, outcome) =>
      change((store, at) => {
        const dispute = findIn(store.disputes, 'dispute', id);
        closeDispute(store, dispute, outcome, at);
        return dispute;
      }),
    escalateDispute: (id) =>
      change((store, at) => escalateDispute(store, findIn(store.disputes, 'dispute', id), at)),
    refund: (id, amount, wish) =>
      change((store, at) =>
        refundCharge(store, findIn(store.charges, 'charge', id), { ...wish, amount }, at),
      ),
    failRefund: (id) =>
      change((store, at) => {
        const refund = findIn(store.refunds, 'refund', id);
        failRefund(store, refund, at);
        return refund;
      }),
    completeRefund: (id) =>
      change((store, at) => {
        const refund = findIn(store.refunds, 'refund', id);
        completeRefund(store, refund, at);
        return refund;
      }),
    attachCard: (id, number) => change((store, at) => keepTestCard(store, id, number, at)),
    confirmPayment: (id, confirmed) =>
      change((store, at) => {
        const payment = findIn(store.paymentIntents, 'payment_intent', id);
        answerBankAndFollow(store, payment, confirmed, at);
        return payment;
      }),
    payInvoiceByBank: (id) =>
      change((store, at) => {
        const invoice = findIn(store.invoices, 'invoice', id);
        if (invoice.status !== 'open') throw new Error(`This invoice is ${invoice.status}.`);
        payInvoiceByBank(store, invoice, at);
        const subscription = store.subscriptions[invoice._subscription ?? ''];
        if (subscription) followPaid(store, subscription, at);
        return invoice;
      }),
    pauseWebhooks: delivery.pause,
    resumeWebhooks: () => change(() => delivery.resume()),
    webhooksPaused: () => delivery.paused,
  };
}

function keepTestCard(store: Store, customerId: string, number: string, now: Date): PaymentMethod {
  const customer = findIn(store.customers, 'customer', customerId);
  const digits = number.replace(/\s/g, '');
  const known = findTestCard(digits);
  if (!known) throw new Error('This is not a test card.');
  const card = { number: digits, brand: known.brand, last4: digits.slice(-4), exp_month: 12, exp_year: 2040 };
  const method = addCard(store, card, now);
  attachCard(store, method, customer, now);
  makeDefault(store, customer, method, now);
  return method;
}
