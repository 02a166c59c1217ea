/** Brings our row of a subscription to what Stripe says. Runs under the plan's lock; the same facts twice change nothing. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { planCycle, subscription } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { newId } from '@/lib/ids';
import type { ApplyScope, Outcome } from '../effects';
import type { PlanId } from '../price-list';
import { tellPlanEnded, tellPlanFailed, tellPlanRecovered } from './plan-notices';
import { isAlive, plansOf } from './plan-rules';
import { refuseSecondPlan } from './refuse-second-plan';
import type { SubscriptionFacts } from './subscription-facts';

export type SubscriptionRow = typeof subscription.$inferSelect;

/** What decides, without times of our own. */
type State = Pick<
  SubscriptionRow,
  | 'plan'
  | 'nextPlan'
  | 'status'
  | 'periodStart'
  | 'periodEnd'
  | 'cancelAtPeriodEnd'
  | 'pastDueSince'
  | 'endedAt'
>;

/**
 * Writes down what Stripe says about a subscription: begun, changed, unpaid, ended. A second one of the team is refused for good.
 * Parked when it is sold at a price that is no plan; everything but the plan is written down all the same.
 */
export async function syncSubscription(
  scope: ApplyScope,
  ctx: Ctx,
  facts: SubscriptionFacts,
): Promise<Outcome> {
  const row = await findSubscription(ctx, facts.id);
  if (row?.status === 'duplicate') return { status: 'applied' };
  if (!row && !isAlive(facts.status)) return { status: 'ignored' };
  const sold = facts.plan ?? row?.plan;
  if (!sold) return { status: 'parked', reason: `subscription ${facts.id} at a price that is no plan` };
  if (isAlive(facts.status) && (!row || row.endedAt) && (await hasOther(ctx, facts.id))) {
    return row ? { status: 'applied' } : refuseSecondPlan(scope, ctx, facts, sold);
  }
  const state = await stateOf(ctx, row, facts, sold, scope.now);
  if (!row) await begin(ctx, facts, state);
  else if (differs(row, state)) await change(scope, ctx, row, state);
  if (facts.plan) return { status: 'applied' };
  return { status: 'parked', reason: `subscription ${facts.id} was moved to a price that is no plan` };
}

/** Our row of a subscription of this team, ended or not; null when there is none. */
export async function findSubscription(ctx: Ctx, stripeId: string): Promise<SubscriptionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(subscription)
    .where(and(eq(subscription.organizationId, ctx.orgId), eq(subscription.stripeSubscriptionId, stripeId)));
  return row ?? null;
}

/** Whether another plan of the team is running. */
async function hasOther(ctx: Ctx, stripeId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.organizationId, ctx.orgId),
        isNull(subscription.endedAt),
        ne(subscription.stripeSubscriptionId, stripeId),
      ),
    );
  return rows.length > 0;
}

async function stateOf(
  ctx: Ctx,
  row: SubscriptionRow | null,
  facts: SubscriptionFacts,
  sold: PlanId,
  now: Date,
): Promise<State> {
  const { status, periodStart, periodEnd, cancelAtPeriodEnd } = facts;
  const ended = !isAlive(status);
  const unpaid = status === 'past_due' || (ended && row?.pastDueSince);
  return {
    ...(await plansNow(ctx, row, facts, sold)),
    status,
    periodStart,
    periodEnd,
    cancelAtPeriodEnd: cancelAtPeriodEnd && !ended,
    pastDueSince: unpaid ? (row?.pastDueSince ?? now) : null,
    endedAt: ended ? (row?.endedAt ?? facts.endedAt ?? now) : null,
  };
}

async function plansNow(
  ctx: Ctx,
  row: SubscriptionRow | null,
  { id, periodStart, status }: SubscriptionFacts,
  sold: PlanId,
): Promise<Pick<State, 'plan' | 'nextPlan'>> {
  // What ended keeps the plan that it had.
  if (!isAlive(status)) return { plan: row?.plan ?? sold, nextPlan: null };
  const [cycle] = await ctx.db
    .select({ plan: planCycle.plan })
    .from(planCycle)
    .where(and(eq(planCycle.stripeSubscriptionId, id), eq(planCycle.periodStart, periodStart)));
  return plansOf(sold, cycle?.plan ?? null);
}

async function begin(ctx: Ctx, facts: SubscriptionFacts, state: State): Promise<void> {
  const id = newId('subscription');
  await ctx.db
    .insert(subscription)
    .values({ id, organizationId: ctx.orgId, stripeSubscriptionId: facts.id, ...state });
  await recordAudit(ctx, {
    action: 'billing.plan',
    subjectType: 'subscription',
    subjectId: id,
    data: { plan: state.plan, status: state.status },
  });
  await tellPages(ctx, state.plan, state.status);
}

async function change(scope: ApplyScope, ctx: Ctx, row: SubscriptionRow, state: State): Promise<void> {
  await ctx.db
    .update(subscription)
    .set({ ...state, revision: row.revision + 1, updatedAt: scope.now })
    .where(and(eq(subscription.id, row.id), eq(subscription.organizationId, ctx.orgId)));
  const { plan, nextPlan, status, cancelAtPeriodEnd } = state;
  await recordAudit(ctx, {
    action: 'billing.plan',
    subjectType: 'subscription',
    subjectId: row.id,
    data: { plan, nextPlan, status, cancelAtPeriodEnd, before: { plan: row.plan, status: row.status } },
  });
  await tellPages(ctx, plan, status);
  const told = { ...row, ...state };
  // Stripe keeps an unpaid subscription and would charge it again one day; the team's plan is over.
  if (status === 'unpaid') await endAtStripe(ctx, row.stripeSubscriptionId);
  if (!row.endedAt && state.endedAt) return tellPlanEnded(scope, ctx, told);
  if (!row.pastDueSince && state.pastDueSince) return tellPlanFailed(scope, ctx, told);
  if (row.pastDueSince && !state.pastDueSince) return tellPlanRecovered(scope, ctx, told, row.pastDueSince);
}

/**
 * Ends our row of a plan that Stripe does not know: nothing will ever be heard of it. Runs under the plan's lock. What was cancelled
 * ends as wished, anything else as unpaid since its last period.
 */
export async function endUnknown(scope: ApplyScope, ctx: Ctx, row: SubscriptionRow): Promise<void> {
  const { plan, periodStart, periodEnd } = row;
  const pastDueSince = row.cancelAtPeriodEnd ? null : (row.pastDueSince ?? periodEnd);
  const ended = { nextPlan: null, status: 'canceled', cancelAtPeriodEnd: false, endedAt: scope.now };
  await change(scope, ctx, row, { plan, periodStart, periodEnd, pastDueSince, ...ended });
}

async function endAtStripe(ctx: Ctx, stripeSubscriptionId: string): Promise<void> {
  await enqueue(ctx.db, 'billing.end-plan', { stripeSubscriptionId, refund: false });
}

function differs(row: SubscriptionRow, state: State): boolean {
  const text = (value: State[keyof State]) => (value instanceof Date ? value.toISOString() : value);
  return (Object.keys(state) as (keyof State)[]).some((key) => text(row[key]) !== text(state[key]));
}

async function tellPages(ctx: Ctx, plan: PlanId, status: string): Promise<void> {
  await emitEvent(ctx, { type: 'payment.changed', data: { plan, status } });
}
