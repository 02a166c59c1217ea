/** What Stripe kept of a payment is often known only hours or days after it. */
import { and, desc, eq, gt, gte, isNull, like, or } from 'drizzle-orm';
import { payment } from '@/db/schema/billing';
import { DAY, plus } from '@/lib/time';
import { readMoney } from '../payments/payment-money';
import type { Comparison } from './comparison';
import { each } from './reconcile-steps';

/** A payment whose fee Stripe has not told by then will not have one. */
const PATIENCE = 30 * DAY;
const AT_MOST = 500;

/** Asks about payments without a fee or a charge until they have both, however long ago the window began. */
export async function fillFees(comparison: Comparison): Promise<void> {
  if (!comparison.repair) return;
  const unknown = or(isNull(payment.feeCents), isNull(payment.stripeChargeId));
  const rows = await comparison.db
    .select({ id: payment.id, key: payment.stripePaymentId, receiptUrl: payment.receiptUrl })
    .from(payment)
    .where(
      and(
        unknown,
        gt(payment.amountCents, 0),
        gte(payment.paidAt, plus(comparison.now, -PATIENCE)),
        like(payment.stripePaymentId, 'pi\\_%'),
      ),
    )
    .orderBy(desc(payment.paidAt))
    .limit(AT_MOST);
  await each(
    comparison,
    rows,
    ({ id }) => id,
    async ({ id, key, receiptUrl }) => {
      const money = await readMoney(comparison.stripe, key);
      if (money.chargeId === null) return;
      await comparison.db
        .update(payment)
        .set({
          stripeChargeId: money.chargeId,
          feeCents: money.feeCents,
          netCents: money.netCents,
          receiptUrl: receiptUrl ?? money.receiptUrl,
        })
        .where(and(eq(payment.id, id), unknown));
    },
  );
}
