/** Money that left: refunds and disputes of the window, and every charge that something went back of. */
import { eq, inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import { dispute, payment, refund } from '@/db/schema/billing';
import { disputeFacts } from '../disputes/dispute-facts';
import { readCharge } from '../refunds/charge-facts';
import { idOf } from '../stripe-reads';
import { charge as settleCharge } from '../webhook/handlers/charge';
import { dispute as settleDispute } from '../webhook/handlers/dispute';
import { each, hint, listAll, repair, since } from './reconcile-steps';
import type { Sweep } from './reconcile-types';

/** `touched`: charges that say something else about refunds than our payments. */
export async function compareOutflow(sweep: Sweep, touched: readonly Stripe.Charge[]): Promise<void> {
  const charges = new Set(touched.filter(({ amount_refunded }) => amount_refunded > 0).map(({ id }) => id));
  for (const id of await findUnknownRefunds(sweep)) charges.add(id);
  await each([...charges], async (id) => {
    if (!(await isSettled(sweep, id))) {
      await repair(sweep, `refunds of ${id}`, () => settleCharge(hint(sweep, id)));
    }
    await compareRefunded(sweep, id);
  });
  await compareDisputes(sweep);
}

/** Charges of refunds that we do not know, or know in another state. */
async function findUnknownRefunds(sweep: Sweep): Promise<string[]> {
  const refunds = await listAll(sweep, 'refunds', () =>
    sweep.stripe.refunds.list({ created: since(sweep), limit: 100 }),
  );
  if (refunds.length === 0) return [];
  const rows = await sweep.db
    .select({ id: refund.stripeRefundId, status: refund.status })
    .from(refund)
    .where(
      inArray(
        refund.stripeRefundId,
        refunds.map(({ id }) => id),
      ),
    );
  const known = new Map(rows.map(({ id, status }) => [id, status]));
  const other: string[] = [];
  for (const one of refunds) {
    const status = known.get(one.id);
    const failed = one.status === 'failed' || one.status === 'canceled';
    if (status === one.status || (failed && status === 'failed')) sweep.covered.add(one.id);
    else other.push(idOf(one.charge) ?? '');
  }
  return other.filter((id) => id !== '');
}

async function isSettled(sweep: Sweep, chargeId: string): Promise<boolean> {
  const facts = await readCharge(sweep.stripe, chargeId);
  const [row] = await sweep.db.select().from(payment).where(eq(payment.stripeChargeId, chargeId));
  if (!facts || !row || facts.amountRefunded !== row.refundedCents) return false;
  const rows = await sweep.db.select().from(refund).where(eq(refund.paymentId, row.id));
  return (facts.refunds ?? []).every(({ id, status }) =>
    rows.some((one) => one.stripeRefundId === id && one.status === status),
  );
}

async function compareRefunded(sweep: Sweep, chargeId: string): Promise<void> {
  const facts = await readCharge(sweep.stripe, chargeId);
  const [row] = await sweep.db.select().from(payment).where(eq(payment.stripeChargeId, chargeId));
  // A charge without a payment of ours was named when the payments were compared, or is not ours.
  if (!facts || !row) return;
  if (facts.amountRefunded === row.refundedCents) sweep.covered.add(chargeId);
  else {
    sweep.differences.push(
      `payment ${row.id}: ${row.refundedCents} cents went back here, ${facts.amountRefunded} at Stripe (${chargeId})`,
    );
  }
}

async function compareDisputes(sweep: Sweep): Promise<void> {
  const disputes = await listAll(sweep, 'disputes', () =>
    sweep.stripe.disputes.list({ created: since(sweep), limit: 100 }),
  );
  if (disputes.length === 0) return;
  const rows = await sweep.db
    .select({ id: dispute.stripeDisputeId, status: dispute.status })
    .from(dispute)
    .where(
      inArray(
        dispute.stripeDisputeId,
        disputes.map(({ id }) => id),
      ),
    );
  const known = new Map(rows.map(({ id, status }) => [id, status]));
  await each(disputes, async (one) => {
    const { state } = disputeFacts(one);
    if (state !== 'inquiry' && known.get(one.id) !== state) {
      await repair(sweep, `dispute ${one.id}`, () => settleDispute(hint(sweep, one.id)));
    }
    sweep.covered.add(one.id);
  });
}
