import { followSession } from '../../checkout/follow-session';
import type { EventHandler } from '../../effects';

/**
 * `checkout.session.completed`. The buyer has finished the page: paid by card or, with a bank payment, promised to. The
 * session is read again; paid grants the order's credits or leads to the plan that began, promised waits.
 */
export const checkoutSessionCompleted: EventHandler = followSession;
