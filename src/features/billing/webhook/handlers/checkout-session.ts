/** All `checkout.session.*` events: which one came does not matter, the session as Stripe has it now decides. */
import { sessionEffect } from '../../checkout/session-effect';
import { readSession } from '../../checkout/session-facts';
import type { EventHandler } from './handler';

export const checkoutSession: EventHandler = async ({ stripe, db, objectId }) => {
  const session = await readSession(stripe, objectId);
  if (!session) return async () => ({ status: 'parked', reason: `Stripe knows no session ${objectId}` });
  return sessionEffect({ stripe, db }, session);
};
