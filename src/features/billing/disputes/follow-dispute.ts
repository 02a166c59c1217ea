import { type EventHandler, ignore } from '../effects';
import { withPayment } from '../payments/with-payment';
import { readCharge } from '../refunds/charge-facts';
import { known } from '../stripe-reads';
import { readDispute } from './dispute-facts';
import { settleDispute } from './settle-dispute';

/** A dispute as Stripe has it now, on the payment of its charge. */
export const followDispute: EventHandler = async (hint) => {
  const facts = known(await readDispute(hint.stripe, hint.objectId), `dispute ${hint.objectId}`);
  if (!facts.chargeId) return ignore;
  const charge = known(await readCharge(hint.stripe, facts.chargeId), `charge ${facts.chargeId}`);
  return withPayment(hint, charge, (scope) => settleDispute(scope, facts));
};
