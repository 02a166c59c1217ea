/** Money that left: refunds of the window, and every charge that something went back of or that is disputed. */
import { eq, inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import { payment, refund } from '@/db/schema/billing';
import { chunks } from '@/lib/chunks';
import type { Payment } from '../payments/payment-locks';
import { type ChargeFacts, readCharge, refundFacts } from '../refunds/charge-facts';
import { followCharge } from '../refunds/follow-charge';
import { idOf } from '../stripe-reads';
import { type Comparison, count, differ, NOT_OURS } from './comparison';
import { each, hint, listAll, repair, since } from './reconcile-steps';

/** `touched`: charges that say something else about refunds than our payments. */
export async function compareOutflow(
  comparison: Comparison,
  touched: readonly Stripe.Charge[],
): Promise<void> {
  const charges = new Set(touched.filter(({ amount_refunded }) => amount_refunded > 0).map(({ id }) => id));
  for (const id of await findUnknownRefunds(comparison)) charges.add(id);
  await each(
    comparison,
    [...charges],
    (id) => id,
    (id) => compareCharge(comparison, id),
  );
}

/** Charges of refunds that we do not know, or know in another state. */
async function findUnknownRefunds(comparison: Comparison): Promise<string[]> {
  const refunds = await listAll(comparison, 'refunds', () =>
    comparison.stripe.refunds.list({ created: since(comparison), limit: 100 }),
  );
  const known = new Map<string | null, string>();
  for (const some of chunks(refunds)) {
    const rows = await comparison.db
      .select({ id: refund.stripeRefundId, status: refund.status })
      .from(refund)
      .where(
        inArray(
          refund.stripeRefundId,
          some.map(({ id }) => id),
        ),
      );
    for (const { id, status } of rows) known.set(id, status);
  }
  return refunds
    .filter((one) => known.get(one.id) !== refundFacts(one).status)
    .flatMap((one) => idOf(one.charge) ?? []);
}

async function compareCharge(comparison: Comparison, id: string): Promise<void> {
  const facts = await readCharge(comparison.stripe, id);
  if (facts && (await agrees(comparison, facts))) return;
  const done = await repair(comparison, id, 'refunds of a charge', () => followCharge(hint(comparison, id)));
  if (done === 'ignored') return count(comparison, NOT_OURS);
  if (done === 'open') return;
  const [now, row] = [await readCharge(comparison.stripe, id), await findPayment(comparison, id)];
  if (!now || !row || now.amountRefunded === row.refundedCents) return;
  differ(
    comparison,
    row.id,
    `${row.refundedCents} cents went back here, ${now.amountRefunded} at Stripe (${id})`,
  );
}

async function agrees(comparison: Comparison, facts: ChargeFacts): Promise<boolean> {
  const row = await findPayment(comparison, facts.id);
  if (!row || facts.amountRefunded !== row.refundedCents) return false;
  const rows = await comparison.db.select().from(refund).where(eq(refund.paymentId, row.id));
  return (facts.refunds ?? []).every(({ id, status }) =>
    rows.some((one) => one.stripeRefundId === id && one.status === status),
  );
}

async function findPayment({ db }: Comparison, chargeId: string): Promise<Payment | null> {
  const [row] = await db.select().from(payment).where(eq(payment.stripeChargeId, chargeId));
  return row ?? null;
}
