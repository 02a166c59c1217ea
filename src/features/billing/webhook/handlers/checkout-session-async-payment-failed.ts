import { followSession } from '../../checkout/follow-session';
import type { EventHandler } from '../../effects';

/**
 * `checkout.session.async_payment_failed`. The bank payment behind a finished page has failed for good. The session is
 * read again; the order shows why, and admins are told.
 */
export const checkoutSessionAsyncPaymentFailed: EventHandler = followSession;
