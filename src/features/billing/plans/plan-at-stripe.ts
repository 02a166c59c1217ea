/** How every change of a plan goes: ask Stripe how it is, change it there, apply what Stripe then says, write down who did it. */
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe, UNCONFIRMED } from '@/adapters/payments/stripe-errors';
import type { Ctx } from '@/db/context';
import { recordAudit } from '@/features/audit/record-audit';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { PLANS } from '../price-list';
import { findRunningPlan, requireRunningPlan } from './find-running-plan';
import { refreshPlan } from './refresh-plan';
import { readSubscription, type SubscriptionFacts } from './subscription-facts';
import type { SubscriptionRow } from './sync-subscription';

export type PlanScope = { now: Date; appUrl: string };

/** Changes the subscription at Stripe; false when it is already as wished. */
type Work = (stripe: Stripe, row: SubscriptionRow, facts: SubscriptionFacts) => Promise<boolean>;

/** Stripe has done it: whatever goes wrong afterwards, nobody may take it for not done. */
const CHANGED = { unanswered: UNCONFIRMED.plan.unanswered, refused: UNCONFIRMED.plan.unanswered };

/**
 * Throws `conflict` when no plan is running or the card is declined, `unavailable` when Stripe does not answer: then it is not
 * known whether the change happened, and asking again is safe.
 */
export async function withPlanAtStripe(
  ctx: Ctx,
  { now, appUrl }: PlanScope,
  action: string,
  data: Record<string, unknown>,
  work: Work,
): Promise<void> {
  const { client: stripe } = await stripeAccount();
  const { stripeSubscriptionId } = await requireRunningPlan(ctx);
  const refresh = () =>
    refreshPlan(
      { db: ctx.db, stripe, now, appUrl, job: 'billing.plan-at-stripe' },
      ctx.orgId,
      stripeSubscriptionId,
    );
  await callStripe(refresh);
  const row = await requireRunningPlan(ctx);
  const facts = await callStripe(() => readSubscription(stripe, row.stripeSubscriptionId));
  if (!facts) {
    const { name } = PLANS[row.plan];
    throw new AppError('conflict', say('billing.refused.planUnknown', { plan: name }));
  }
  const changed = await tellDeclined(() => work(stripe, row, facts));
  if (!changed) return;
  await callStripe(refresh, CHANGED);
  const after = await findRunningPlan(ctx);
  await recordAudit(ctx, {
    action,
    subjectType: 'subscription',
    subjectId: row.id,
    data: { ...data, plan: after?.plan ?? row.plan, nextPlan: after?.nextPlan ?? null },
  });
}

/** A declined card is the buyer's to know, in Stripe's words for buyers; other errors are ours. */
async function tellDeclined(work: () => Promise<boolean>): Promise<boolean> {
  return callStripe(async () => {
    try {
      return await work();
    } catch (error) {
      const told = declined(error);
      if (told) throw told;
      throw error;
    }
  }, UNCONFIRMED.plan);
}

function declined(error: unknown): AppError | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const confirm = error.code?.includes('requires_action') || error.code === 'authentication_required';
  if (error.type !== 'StripeCardError' && !confirm) return null;
  return confirm
    ? new AppError('conflict', say('billing.refused.confirmCard'), { reason: 'confirm_card' })
    : new AppError('conflict', say('billing.refused.cardDeclined', { why: error.message }), {
        reason: 'card_declined',
      });
}
