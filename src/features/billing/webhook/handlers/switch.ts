/** Which handler takes which Stripe event. Events that are not here are kept in the inbox as ignored. */
import { charge, refundEvent } from './charge';
import { checkoutSession } from './checkout-session';
import { dispute } from './dispute';
import type { EventHandler } from './handler';
import { invoice, orderInvoice } from './invoice';
import { paymentIntent } from './payment-intent';
import { subscription } from './subscription';

const HANDLERS: Readonly<Record<string, EventHandler>> = {
  'checkout.session.completed': checkoutSession,
  'checkout.session.async_payment_succeeded': checkoutSession,
  'checkout.session.async_payment_failed': checkoutSession,
  'checkout.session.expired': checkoutSession,
  'payment_intent.succeeded': paymentIntent,
  'payment_intent.payment_failed': paymentIntent,
  'customer.subscription.created': subscription,
  'customer.subscription.updated': subscription,
  'customer.subscription.deleted': subscription,
  'invoice.paid': invoice,
  'invoice.payment_failed': invoice,
  'invoice.voided': orderInvoice,
  'invoice.marked_uncollectible': orderInvoice,
  'invoice.overdue': orderInvoice,
  'charge.refunded': charge,
  'charge.refund.updated': refundEvent,
  'refund.created': refundEvent,
  'refund.updated': refundEvent,
  'refund.failed': refundEvent,
  'charge.dispute.created': dispute,
  'charge.dispute.updated': dispute,
  'charge.dispute.funds_withdrawn': dispute,
  'charge.dispute.funds_reinstated': dispute,
  'charge.dispute.closed': dispute,
};

export function findHandler(type: string): EventHandler | null {
  return Object.hasOwn(HANDLERS, type) ? (HANDLERS[type] ?? null) : null;
}

export const HANDLED_TYPES: readonly string[] = Object.keys(HANDLERS);
