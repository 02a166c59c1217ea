/** Asks Stripe for a refund whose credits have left the pool. Safe to repeat at any point. */
import { eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { inTransaction } from '@/db/context';
import { refund } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { jobCtx } from '@/jobs/trusted-ctx';
import { failpoint } from '@/lib/failpoint';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import { HOUR, plus } from '@/lib/time';
import { keptText } from '../kept-words';
import { listRefunds, lockPayment, orgOf, type Payment, type Refund } from '../payments/payment-locks';
import { endUnpaidPeriod } from '../plans/period-money';
import { type RefundFacts, refundFacts } from './charge-facts';
import { writeCreditNote } from './credit-note';
import { recordRefundState } from './record-refund-state';
import { countRefunded } from './settle-refunds';

type Scope = { now: Date; appUrl: string };

/**
 * A clear no from Stripe ends the refund and returns its credits; an unclear answer is thrown, so that the job tries again with
 * the same key. The credit note follows once the money is on its way; without one the refund stands.
 */
export async function executeRefund(db: Db, refundId: string, scope: Scope): Promise<void> {
  const [row] = await db.select().from(refund).where(eq(refund.id, refundId));
  if (!row || row.status === 'failed' || row.origin !== 'product') return;
  const ctx = jobCtx(db, orgOf(row), 'billing.refund');
  const { client } = await stripeAccount();
  if (!row.stripeRefundId) {
    const payment = await inTransaction(ctx, (ctx) => lockPayment(ctx, row.paymentId));
    const fact = await askStripe(client, payment, row, scope.now);
    failpoint('refund.sent');
    await inTransaction(ctx, async (ctx) => {
      const payment = await lockPayment(ctx, row.paymentId);
      // Read again under the lock: a webhook may have said the same meanwhile.
      const refunds = await listRefunds(ctx.db, payment.id);
      const current = refunds.find(({ id }) => id === row.id);
      if (!current) return;
      const ended = await recordRefundState(ctx, payment, current, fact, scope);
      const after = refunds.map((one) => (one.id === ended.id ? ended : one));
      await countRefunded(ctx, payment, after);
      await endUnpaidPeriod(ctx, payment);
    });
    failpoint('refund.settled');
  }
  await writeCreditNote(db, client, refundId, scope);
}

type Answer = Pick<RefundFacts, 'status' | 'failure' | 'createdAt'> & { id: string | null };

async function askStripe(stripe: Stripe, payment: Payment, row: Refund, now: Date): Promise<Answer> {
  const source = payment.stripePaymentId.startsWith('pi_')
    ? { payment_intent: payment.stripePaymentId }
    : { charge: payment.stripeChargeId ?? payment.stripePaymentId };
  // Stripe forgets idempotency keys after a day: an old refund is looked for before it is made.
  if (row.createdAt < plus(now, -HOUR)) {
    const listed = await stripe.refunds.list({ ...source, limit: 100 });
    const made = listed.data.find(({ metadata }) => metadata?.refund_id === row.id);
    if (made) return refundFacts(made);
  }
  try {
    const made = await stripe.refunds.create(
      {
        ...source,
        amount: row.amountCents,
        reason: 'requested_by_customer',
        metadata: { refund_id: row.id, organization_id: row.organizationId, payment_id: payment.id },
      },
      { idempotencyKey: `refund:${row.id}` },
    );
    return refundFacts(made);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log.warn({ refundId: row.id, code: error.code, message: errorMessage(error) }, 'Stripe refused a refund');
    return { id: null, status: 'failed', failure: keptText('refundRefused'), createdAt: null };
  }
}

/** Stripe understood and said no. Time-outs, limits, wrong keys and its own failures say nothing about the refund. */
function isRefusal(error: unknown): error is Stripe.errors.StripeError {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError
  );
}
