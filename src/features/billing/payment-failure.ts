import type Stripe from 'stripe';

import { keptText } from './kept-words';

export const NO_REASON = keptText('noReason');

/** Why the last try of a payment failed, or what it waits for; null when nothing went wrong. */
export function paymentFailure(payment: Stripe.PaymentIntent): string | null {
  const { status, last_payment_error: error } = payment;
  if (status === 'requires_action' || error?.code === 'authentication_required')
    return keptText('needsPerson');
  return failureOf(error);
}

/** Why a payment failed, as its buyer may read it: Stripe writes for buyers about cards and failed payments, else for us. */
export function failureOf(error: Stripe.PaymentIntent.LastPaymentError | null | undefined): string | null {
  if (!error) return null;
  const forBuyers = error.type === 'card_error' || error.code === 'payment_intent_payment_attempt_failed';
  return (forBuyers && error.message) || NO_REASON;
}
