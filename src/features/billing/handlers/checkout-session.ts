/** All `checkout.session.*` events: which one came does not matter, the session as Stripe has it now decides. */
import { readSession } from '../session-facts';
import { settleSession } from '../settle-session';
import type { EventHandler } from './handler';

export const checkoutSession: EventHandler = async ({ stripe, objectId }) => {
  const session = await readSession(stripe, objectId);
  if (!session) return async () => ({ status: 'parked', reason: `Stripe knows no session ${objectId}` });
  return (scope) => settleSession(scope, session);
};
