/** Which handler takes which Stripe event. Events that are not here are kept in the inbox as ignored. */
import { checkoutSession } from './checkout-session';
import type { EventHandler } from './handler';
import { paymentIntent } from './payment-intent';

const HANDLERS: Readonly<Record<string, EventHandler>> = {
  'checkout.session.completed': checkoutSession,
  'checkout.session.async_payment_succeeded': checkoutSession,
  'checkout.session.async_payment_failed': checkoutSession,
  'checkout.session.expired': checkoutSession,
  'payment_intent.succeeded': paymentIntent,
  'payment_intent.payment_failed': paymentIntent,
};

export function findHandler(type: string): EventHandler | null {
  return Object.hasOwn(HANDLERS, type) ? (HANDLERS[type] ?? null) : null;
}
