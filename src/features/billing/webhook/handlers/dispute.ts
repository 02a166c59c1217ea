/** `charge.dispute.*`: which of them came does not matter, the dispute as Stripe has it now decides. */

import { readDispute } from '../../disputes/dispute-facts';
import { settleDispute } from '../../disputes/settle-dispute';
import { readCharge } from '../../refunds/charge-facts';
import { withPayment } from './charge';
import { type EventHandler, ignore } from './handler';

export const dispute: EventHandler = async (hint) => {
  const facts = await readDispute(hint.stripe, hint.objectId);
  if (!facts) return async () => ({ status: 'parked', reason: `Stripe knows no dispute ${hint.objectId}` });
  const charge = facts.chargeId ? await readCharge(hint.stripe, facts.chargeId) : null;
  if (!charge) return ignore;
  return withPayment(hint, charge, (scope) => settleDispute(scope, facts));
};
