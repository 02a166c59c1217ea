/** A charge as Stripe has it now, with all its refunds: whichever event told of it, and from wherever the money went back. */
import type { Effect, EventHandler, EventHint } from '../effects';
import { ignore } from '../effects';
import { withPayment } from '../payments/with-payment';
import { idOf, known, orNull } from '../stripe-reads';
import { readCharge } from './charge-facts';
import { settleRefunds } from './settle-refunds';

export const followCharge: EventHandler = (hint) => settleCharge(hint, hint.objectId);

export const followRefund: EventHandler = async (hint) => {
  const refund = known(await orNull(hint.stripe.refunds.retrieve(hint.objectId)), `refund ${hint.objectId}`);
  const chargeId = idOf(refund.charge);
  return chargeId ? settleCharge(hint, chargeId) : ignore;
};

async function settleCharge(hint: EventHint, chargeId: string): Promise<Effect> {
  const facts = known(await readCharge(hint.stripe, chargeId), `charge ${chargeId}`);
  return withPayment(hint, facts, (scope) => settleRefunds(scope, facts));
}
