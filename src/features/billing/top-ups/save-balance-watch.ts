import { eq } from 'drizzle-orm';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe, NOTHING_CHANGED } from '@/adapters/payments/stripe-errors';
import { type Ctx, inTransaction } from '@/db/context';
import { balanceWatch } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { type BalanceWatchInput, balanceWatchInput } from './balance-watch-input';
import { findSavedCard } from './saved-card';

/**
 * When admins are told about a low balance, and whether a pack is bought by itself then. Switching top-ups on needs a saved card:
 * throws `conflict` without one. Saving takes back a pause after a declined card or a refund.
 */
export async function saveBalanceWatch(ctx: Ctx, input: BalanceWatchInput, now = new Date()): Promise<void> {
  requirePermission(ctx.actor, 'billing:buy');
  const { noticeBelow, topUp } = balanceWatchInput.parse(input);
  if (topUp) await requireCard(ctx);
  const values = {
    noticeBelow,
    topUpEnabled: topUp !== null,
    topUpPack: topUp?.pack ?? null,
    topUpBelow: topUp?.below ?? null,
    topUpMonthlyCapCents: topUp?.monthlyCapCents ?? null,
    topUpPausedAt: null,
    topUpFailure: null,
    // A new threshold may be crossed already: it is told anew.
    toldAt: null,
    updatedAt: now,
  };
  await inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insert(balanceWatch)
      .values({ organizationId: ctx.orgId, ...values })
      .onConflictDoUpdate({ target: balanceWatch.organizationId, set: values });
    await recordAudit(ctx, {
      action: 'billing.balance_watch',
      subjectType: 'organization',
      subjectId: ctx.orgId,
      data: { noticeBelow, topUp },
    });
  });
}

async function requireCard(ctx: Ctx): Promise<void> {
  const { client } = await stripeAccount();
  if (await callStripe(() => findSavedCard(ctx, client), NOTHING_CHANGED)) return;
  throw new AppError('conflict', say('billing.refused.noSavedCard'), { reason: 'no_card' });
}

/** The settings, locked: top-ups of one team are decided one after the other. */
export async function lockWatch(ctx: Ctx) {
  const [row] = await ctx.db
    .select()
    .from(balanceWatch)
    .where(eq(balanceWatch.organizationId, ctx.orgId))
    .for('update');
  return row ?? null;
}
