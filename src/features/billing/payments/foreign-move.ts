import { inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingReview, purchaseOrder } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { isOurCustomer } from '../checkout/our-customers';
import { idOf, orNull } from '../stripe-reads';
import type { StripeMove } from './money-moves';
import { isRecorded } from './payment-locks';

/**
 * Whether money that moved at Stripe and that no row of ours names is nothing that we should have: of another product on the same
 * account, of a payment without an order that went back as a whole or that staff settled, or a refund that failed before we heard of it.
 */
export async function isForeignMove(db: Db, stripe: Stripe, move: StripeMove): Promise<boolean> {
  const origin = await readOrigin(stripe, move);
  if (!origin.chargeId) return false;
  const charge = await orNull(stripe.charges.retrieve(origin.chargeId));
  if (!charge) return false;
  const paymentId = idOf(charge.payment_intent);
  if (await isRecorded(db, { id: charge.id, paymentId })) return origin.failed;
  if (!(await isOurCustomer(db, idOf(charge.customer)))) return true;
  if (charge.amount_refunded === charge.amount) return true;
  return isWithStaff(db, stripe, [move.source, charge.id, ...(paymentId ? [paymentId] : [])], paymentId);
}

type Origin = { chargeId: string | null; failed: boolean };

async function readOrigin(stripe: Stripe, { kind, source }: StripeMove): Promise<Origin> {
  switch (kind) {
    case 'paid':
      return { chargeId: source, failed: false };
    case 'refunded':
    case 'refund failed': {
      const refund = await orNull(stripe.refunds.retrieve(source));
      const failed = refund?.status === 'failed' || refund?.status === 'canceled';
      return { chargeId: idOf(refund?.charge), failed };
    }
    case 'disputed':
    case 'dispute won': {
      const dispute = await orNull(stripe.disputes.retrieve(source));
      return { chargeId: idOf(dispute?.charge), failed: false };
    }
  }
}

/** Settled by hand under one of its ids, or of an order that waits for staff or that they closed. */
async function isWithStaff(
  db: Db,
  stripe: Stripe,
  ids: string[],
  paymentId: string | null,
): Promise<boolean> {
  if ((await db.$count(billingReview, inArray(billingReview.id, ids))) > 0) return true;
  const payment = paymentId ? await orNull(stripe.paymentIntents.retrieve(paymentId)) : null;
  const rows = await db
    .select({ status: purchaseOrder.status })
    .from(purchaseOrder)
    .where(inArray(purchaseOrder.id, [payment?.metadata?.order_id ?? '']));
  return rows.some(({ status }) => status === 'parked' || status === 'closed');
}
