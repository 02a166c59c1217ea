/**
 * `charge.refunded` and `refund.*`: the charge as Stripe has it now, with all its refunds, decides. A refund that is heard of
 * before its payment settles the payment first.
 */
import { DAY, plus } from '@/lib/time';
import { isOurCustomer } from '../../checkout/our-customers';
import { isRecorded } from '../../payments/payment-locks';
import { type ChargeFacts, readCharge } from '../../refunds/charge-facts';
import { settleRefunds } from '../../refunds/settle-refunds';
import { idOf, orNull } from '../../stripe-reads';
import {
  type ApplyScope,
  type Effect,
  type EventHandler,
  type EventHint,
  ignore,
  type Outcome,
} from './handler';
import { paymentIntent } from './payment-intent';

/** How long a payment of ours may be missing before its refund is left to staff. */
const PATIENCE = 3 * DAY;

type Charge = Pick<ChargeFacts, 'id' | 'paymentId' | 'customer' | 'createdAt' | 'amount' | 'amountRefunded'>;

export const charge: EventHandler = (hint) => settleCharge(hint, hint.objectId);

export const refundEvent: EventHandler = async (hint) => {
  const refund = await orNull(hint.stripe.refunds.retrieve(hint.objectId));
  const chargeId = idOf(refund?.charge);
  return chargeId ? settleCharge(hint, chargeId) : ignore;
};

async function settleCharge(hint: EventHint, chargeId: string): Promise<Effect> {
  const facts = await readCharge(hint.stripe, chargeId);
  if (!facts) return async () => ({ status: 'parked', reason: `Stripe knows no charge ${chargeId}` });
  return withPayment(hint, facts, (scope) => settleRefunds(scope, facts));
}

/**
 * Applies what concerns a charge; where we have no payment of it yet, the payment is settled first. A charge of a customer that
 * is not ours is ignored; one of ours that stays unknown is tried again, then parked.
 */
export async function withPayment(
  hint: EventHint,
  charge: Charge,
  apply: (scope: ApplyScope) => Promise<Outcome | null>,
): Promise<Effect> {
  const known = await isRecorded(hint.db, charge);
  const settle =
    charge.paymentId && !known ? await paymentIntent({ ...hint, objectId: charge.paymentId }) : ignore;
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
