import { followPayment } from '../../checkout/follow-payment';
import type { EventHandler } from '../../effects';

/**
 * `payment_intent.succeeded`. Money has come in: from a page, where it says the same as the session's event and may be
 * earlier, or from the saved card of a top-up. The payment is read again and settles the order behind it.
 */
export const paymentIntentSucceeded: EventHandler = followPayment;
