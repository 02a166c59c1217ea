import { followPayment } from '../../checkout/follow-payment';
import type { EventHandler } from '../../effects';

/**
 * `payment_intent.succeeded`. Money has come in: from a page, where it says the same as the session's event and may be
 * earlier, or for an invoice: of a plan, of a top-up, or sent. What it paid is read again and settled.
 */
export const paymentIntentSucceeded: EventHandler = followPayment;
