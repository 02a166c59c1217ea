/** Top-ups that bring no money: declined, called off, never answered. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { balanceWatch } from '@/db/schema/billing';
import { changeOrder } from '../checkout/change-order';
import type { Order } from '../checkout/place-order';
import { keptText } from '../kept-words';
import type { InvoiceFacts } from '../plans/invoice-facts';
import { tellTopUpFailed } from './tell-balance';

type Scope = { now: Date; appUrl: string };

/**
 * What its unpaid invoice means for a top-up, under the order's lock: a declined card ends it, and so does an invoice that was called
 * off. One that nobody has tried to pay yet changes nothing.
 */
export async function showUnpaidTopUp(
  scope: Scope,
  ctx: Ctx,
  order: Order,
  { status, failure }: InvoiceFacts,
): Promise<void> {
  if (order.resolvedAt) return;
  const over = status === 'void' || status === 'uncollectible';
  const why = failure ?? (over ? keptText('calledOff') : null);
  if (why) await endTopUp(ctx, order, why, scope);
}

/** Ends a top-up without money and pauses further ones until an admin has looked. */
export async function endTopUp(
  ctx: Ctx,
  order: Order,
  failure: string,
  { now, appUrl }: Scope,
): Promise<void> {
  await changeOrder(ctx, order, { status: 'failed', failure, resolvedAt: now });
  await ctx.db
    .update(balanceWatch)
    .set({ topUpPausedAt: now, topUpFailure: failure })
    .where(eq(balanceWatch.organizationId, ctx.orgId));
  await tellTopUpFailed(ctx, order, failure, appUrl);
}
