import { followSession } from '../../checkout/follow-session';
import type { EventHandler } from '../../effects';

/**
 * `checkout.session.async_payment_succeeded`. The bank payment behind a finished page has arrived, days later. The session
 * is read again and grants its order's credits.
 */
export const checkoutSessionAsyncPaymentSucceeded: EventHandler = followSession;
