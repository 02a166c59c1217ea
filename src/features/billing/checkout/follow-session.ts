import type { EventHandler } from '../effects';
import { known } from '../stripe-reads';
import { sessionEffect } from './session-effect';
import { readSession } from './session-facts';

/** A checkout session as Stripe has it now: its order, and for a plan the subscription that it began. */
export const followSession: EventHandler = async ({ stripe, db, objectId }) => {
  const session = known(await readSession(stripe, objectId), `session ${objectId}`);
  return sessionEffect({ stripe, db }, session);
};
