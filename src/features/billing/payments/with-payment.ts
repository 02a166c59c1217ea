/** What concerns a charge needs our payment of it, which may be heard of later than a refund or a dispute. */
import { DAY, plus } from '@/lib/time';
import { followPayment } from '../checkout/follow-payment';
import { isOurCustomer } from '../checkout/our-customers';
import { type ApplyScope, type Effect, type EventHint, ignore, type Outcome } from '../effects';
import type { ChargeFacts } from '../refunds/charge-facts';
import { isRecorded } from './payment-locks';

/** How long a payment of ours may be missing before its refund is left to staff. */
const PATIENCE = 3 * DAY;

type Charge = Pick<ChargeFacts, 'id' | 'paymentId' | 'customer' | 'createdAt' | 'amount' | 'amountRefunded'>;

/**
 * Applies what concerns a charge; where we have no payment of it yet, the payment is settled first. A charge of a customer that
 * is not ours is ignored; one of ours that stays unknown is tried again, then parked.
 */
export async function withPayment(
  hint: EventHint,
  charge: Charge,
  apply: (scope: ApplyScope) => Promise<Outcome | null>,
): Promise<Effect> {
  const recorded = await isRecorded(hint.db, charge);
  const settle =
    charge.paymentId && !recorded ? await followPayment({ ...hint, objectId: charge.paymentId }) : ignore;
  return async (scope) => {
    const outcome = await apply(scope);
    if (outcome) return outcome;
    const settled = await settle(scope);
    if (settled.status === 'parked') return settled;
    return (await apply(scope)) ?? missing(scope, charge);
  };
}

async function missing(scope: ApplyScope, charge: Charge): Promise<Outcome> {
  if (!(await isOurCustomer(scope.db, charge.customer))) return { status: 'ignored' };
  // A payment without an order that went back as a whole is settled.
  if (charge.amountRefunded === charge.amount) return { status: 'ignored' };
  if (charge.createdAt > plus(scope.now, -PATIENCE))
    throw new Error(`charge ${charge.id} has no payment yet`);
  return { status: 'parked', reason: `no payment for charge ${charge.id}` };
}
