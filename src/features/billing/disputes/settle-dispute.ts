/** Brings a dispute of ours to what Stripe says about it. Runs inside the caller's transaction. */
import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { dispute } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { chargeBack } from '@/features/credits/charge-back';
import { reverseChargeBack } from '@/features/credits/reverse-charge-back';
import { emitEvent } from '@/features/notifications/emit-event';
import { newId } from '@/lib/ids';
import type { ApplyScope, Outcome } from '../effects';
import { lockPaymentOf, orgOf, type Payment } from '../payments/payment-locks';
import { endUnpaidPeriod } from '../plans/period-money';
import { creditsOf } from '../refunds/refund-rules';
import { pauseTopUps } from '../top-ups/pause-top-ups';
import type { DisputeFacts } from './dispute-facts';
import { tellDispute } from './tell-dispute';

type Dispute = typeof dispute.$inferSelect;

/** Money has moved. */
type Taking = DisputeFacts & { state: Dispute['status'] };

/**
 * An open or lost dispute takes the payment's credits in proportion to the disputed amount, once; a won one gives them back, once,
 * and stays won. An inquiry takes nothing. May be called in any order and as often as one likes. Answers null when we have no
 * payment of this charge.
 */
export async function settleDispute(scope: ApplyScope, facts: DisputeFacts): Promise<Outcome | null> {
  const { state } = facts;
  if (state === 'inquiry') return { status: 'applied' };
  const payment = await lockPaymentOf(scope.db, { id: facts.chargeId, paymentId: facts.paymentId });
  if (!payment) return null;
  if (facts.currency !== payment.currency || facts.amount > payment.amountCents) {
    return { status: 'parked', reason: `dispute ${facts.id} does not fit payment ${payment.id}` };
  }
  const ctx = scope.ctxOf(orgOf(payment));
  const known = await findDispute(ctx, facts.id);
  if (!known) await open(ctx, payment, { ...facts, state }, scope);
  else await bring(ctx, payment, known, state, scope);
  await recordFees(ctx, facts);
  return { status: 'applied' };
}

async function findDispute(ctx: Ctx, stripeDisputeId: string): Promise<Dispute | null> {
  const [row] = await ctx.db
    .select()
    .from(dispute)
    .where(and(eq(dispute.stripeDisputeId, stripeDisputeId), eq(dispute.organizationId, ctx.orgId)));
  return row ?? null;
}

/** A dispute that we hear of first when it is won has never taken anything. */
async function open(ctx: Ctx, payment: Payment, facts: Taking, scope: ApplyScope): Promise<void> {
  const { id, state, amount, reason } = facts;
  const disputeId = newId('dispute');
  const wanted = state === 'won' ? 0 : creditsOf(payment, amount);
  const { credits } =
    wanted > 0
      ? await chargeBack(ctx, { paymentId: payment.id, disputeId, credits: wanted })
      : { credits: 0 };
  const [row] = await ctx.db
    .insert(dispute)
    .values({
      id: disputeId,
      organizationId: ctx.orgId,
      paymentId: payment.id,
      stripeDisputeId: id,
      amountCents: amount,
      credits,
      status: state,
      reason,
      createdAt: facts.createdAt,
      resolvedAt: state === 'open' ? null : scope.now,
    })
    .returning();
  if (row) await follow(ctx, payment, row, scope);
}

/** Known only once the money has moved, and never less than before: an older reading that comes late does not turn them back. */
async function recordFees(ctx: Ctx, { id, feeCents, feeReturnedCents }: DisputeFacts): Promise<void> {
  if (feeCents === 0 && feeReturnedCents === 0) return;
  await ctx.db
    .update(dispute)
    .set({
      feeCents: sql`greatest(${dispute.feeCents}, ${feeCents})`,
      feeReturnedCents: sql`greatest(${dispute.feeReturnedCents}, ${feeReturnedCents})`,
    })
    .where(
      and(
        eq(dispute.stripeDisputeId, id),
        eq(dispute.organizationId, ctx.orgId),
        or(lt(dispute.feeCents, feeCents), lt(dispute.feeReturnedCents, feeReturnedCents)),
      ),
    );
}

async function bring(
  ctx: Ctx,
  payment: Payment,
  row: Dispute,
  state: Taking['state'],
  scope: ApplyScope,
): Promise<void> {
  // Won is final; lost may still be won when the bank is overruled. Whatever else comes now is an older reading.
  const moves = (row.status === 'open' && state !== 'open') || (row.status === 'lost' && state === 'won');
  if (!moves) return;
  if (state === 'won' && row.credits > 0) await reverseChargeBack(ctx, { disputeId: row.id });
  const [after] = await ctx.db
    .update(dispute)
    .set({ status: state, resolvedAt: scope.now })
    .where(and(eq(dispute.id, row.id), eq(dispute.organizationId, ctx.orgId)))
    .returning();
  if (after) await follow(ctx, payment, after, scope);
}

async function follow(ctx: Ctx, payment: Payment, row: Dispute, scope: ApplyScope): Promise<void> {
  await recordAudit(ctx, {
    action: `billing.dispute_${row.status}`,
    subjectType: 'payment',
    subjectId: payment.id,
    data: { disputeId: row.id, amountCents: row.amountCents, credits: row.credits },
  });
  await emitEvent(ctx, {
    type: 'payment.changed',
    data: { paymentId: payment.id, status: `dispute_${row.status}` },
  });
  await tellDispute(ctx, payment, row, scope.appUrl);
  if (row.status !== 'lost') return;
  await endUnpaidPeriod(ctx, payment);
  await pauseTopUps(ctx, { why: 'dispute', id: row.id, now: scope.now });
}
