import { followPayment } from '../../checkout/follow-payment';
import type { EventHandler } from '../../effects';

/**
 * `payment_intent.payment_failed`. A try to pay has failed. The payment is read again: on a page the order shows why and
 * another card may follow; a top-up ends, and further ones pause.
 */
export const paymentIntentPaymentFailed: EventHandler = followPayment;
