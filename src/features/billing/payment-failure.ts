import type Stripe from 'stripe';

export const NO_REASON = 'The payment did not go through.';

/** Why a payment failed, as its buyer may read it: Stripe writes for buyers about cards and failed payments, else for us. */
export function failureOf(error: Stripe.PaymentIntent.LastPaymentError | null | undefined): string | null {
  if (!error) return null;
  const forBuyers = error.type === 'card_error' || error.code === 'payment_intent_payment_attempt_failed';
  return (forBuyers && error.message) || NO_REASON;
}
