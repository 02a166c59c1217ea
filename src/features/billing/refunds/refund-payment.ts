import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, inTransaction } from '@/db/context';
import { refund } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { findUnspent } from '@/features/credits/unspent-query';
import { withdrawForRefund } from '@/features/credits/withdraw-for-refund';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { actorLabel, requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { failpoint } from '@/lib/failpoint';
import { canonicalJson, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { currentTexts, say } from '@/texts/current-texts';
import { refundInput } from '../input';
import { lockPayment, type Refund, readTerms } from '../payments/payment-locks';
import { pauseTopUps } from '../top-ups/pause-top-ups';
import {
  REFUND_LIMIT_CENTS,
  type RefundRefusal,
  refundable,
  refundCents,
  refusalWords,
} from './refund-rules';

export type RefundInput = z.input<typeof refundInput>;

export type RefundAnswer = Pick<Refund, 'status' | 'credits' | 'amountCents'> & { refundId: string };

/**
 * Pays back the unspent credits of a payment, or some of them. The credits leave the pool in this transaction, so that nobody
 * spends them while the money is on its way; a job then asks Stripe. The same key answers the same refund. Throws `conflict` with
 * the reason when the rule does not allow it or when fewer credits are unspent than asked for.
 */
export async function refundPayment(ctx: Ctx, input: RefundInput, now = new Date()): Promise<RefundAnswer> {
  requirePermission(ctx.actor, 'billing:refund');
  const { paymentId, credits, reason, idempotencyKey } = refundInput.parse(input);
  const requestHash = sha256Hex(canonicalJson({ paymentId, credits, reason }));
  const answer = await inTransaction(ctx, async (ctx) => {
    const payment = await lockPayment(ctx, paymentId);
    const earlier = await findEarlier(ctx, idempotencyKey);
    if (earlier && earlier.requestHash !== requestHash)
      throw new AppError('idempotency_mismatch', say('billing.refused.keyOfOtherRefund'));
    if (earlier) return answerOf(earlier);

    const terms = await readTerms(ctx.db, payment);
    const { refundable: free } = payment.credits > 0 ? await findUnspent(ctx, paymentId) : { refundable: 0 };
    const may = refundable(terms, free, now);
    if (may.why !== null && may.why !== 'large') throw refused(may.why);
    const wanted = credits ?? may.credits;
    const refundId = newId('refund');
    // The money is promised first; the ledger, under its own locks, has the last word about the credits.
    const taken = await withdrawForRefund(jobCtx(ctx.db, ctx.orgId, 'billing.refund'), {
      paymentId,
      refundId,
      credits: wanted,
    });
    if (taken.credits < wanted) throw tooFew(taken.credits);
    failpoint('refund.taken');
    const amountCents = refundCents(terms, wanted);
    if (terms.backCents + amountCents > REFUND_LIMIT_CENTS) throw tooLarge();
    if (amountCents === 0) throw refused('spent');
    const [row] = await ctx.db
      .insert(refund)
      .values({
        id: refundId,
        organizationId: ctx.orgId,
        paymentId,
        origin: 'product',
        amountCents,
        credits: wanted,
        actor: actorLabel(ctx.actor),
        reason,
        idempotencyKey,
        requestHash,
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('The refund was not written.');
    await recordAudit(ctx, {
      action: 'billing.refund',
      subjectType: 'payment',
      subjectId: paymentId,
      data: { refundId, amountCents, credits: wanted },
    });
    await pauseTopUps(ctx, { why: 'refund', id: refundId, now });
    await emitEvent(ctx, { type: 'payment.changed', data: { paymentId, status: 'refund_pending' } });
    await enqueue(ctx.db, 'billing.refund', { refundId });
    return answerOf(row);
  });
  failpoint('refund.requested');
  return answer;
}

async function findEarlier(ctx: Ctx, key: string): Promise<Refund | null> {
  const [row] = await ctx.db
    .select()
    .from(refund)
    .where(and(eq(refund.organizationId, ctx.orgId), eq(refund.idempotencyKey, key)));
  return row ?? null;
}

function answerOf({ id, status, credits, amountCents }: Refund): RefundAnswer {
  return { refundId: id, status, credits, amountCents };
}

function refused(why: RefundRefusal): AppError {
  return new AppError('conflict', refusalWords(why, currentTexts()), { reason: why });
}

function tooFew(available: number): AppError {
  const message = say('billing.refusal.tooFew', { count: available });
  return new AppError('conflict', message, { reason: 'changed', available });
}

function tooLarge(): AppError {
  const { t, cents } = currentTexts();
  const message = t('billing.refusal.largeNow', { limit: cents(REFUND_LIMIT_CENTS) });
  return new AppError('conflict', message, { reason: 'large', limitCents: REFUND_LIMIT_CENTS });
}
