import { followSession } from '../../checkout/follow-session';
import type { EventHandler } from '../../effects';

/**
 * `checkout.session.expired`. The page has closed without a payment. The session is read again; the order ends as expired,
 * or stays failed when a card was declined on it.
 */
export const checkoutSessionExpired: EventHandler = followSession;
