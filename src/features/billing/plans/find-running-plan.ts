import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { subscription } from '@/db/schema/billing';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import type { SubscriptionRow } from './sync-subscription';

/** The team's plan that has not ended, paid or not. */
export async function findRunningPlan(ctx: Ctx): Promise<SubscriptionRow | null> {
  const [row] = await ctx.db
    .select()
    .from(subscription)
    .where(and(eq(subscription.organizationId, ctx.orgId), isNull(subscription.endedAt)));
  return row ?? null;
}

/** The same, or `conflict`. */
export async function requireRunningPlan(ctx: Ctx): Promise<SubscriptionRow> {
  const running = await findRunningPlan(ctx);
  if (running) return running;
  throw new AppError('conflict', say('billing.refused.noPlan'));
}
