import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { balanceWatch } from '@/db/schema/billing';
import { tellAdmins } from '@/features/notifications/tell-admins';
import { keptText } from '../kept-words';

const WHY = { refund: 'creditsRefunded', dispute: 'chargedBack' } as const;

/**
 * Nothing is bought automatically until an admin saves the settings again: what was just given back would be bought anew within a
 * minute. Runs in the transaction of what causes it; does nothing where top-ups are off or paused already.
 */
export async function pauseTopUps(
  ctx: Ctx,
  { why, id, now }: { why: keyof typeof WHY; id: string; now: Date },
): Promise<void> {
  const paused = await ctx.db
    .update(balanceWatch)
    .set({ topUpPausedAt: now, topUpFailure: keptText(WHY[why]) })
    .where(
      and(
        eq(balanceWatch.organizationId, ctx.orgId),
        eq(balanceWatch.topUpEnabled, true),
        isNull(balanceWatch.topUpPausedAt),
      ),
    )
    .returning({ id: balanceWatch.organizationId });
  if (paused.length === 0) return;
  await tellAdmins(ctx, {
    type: 'top-up.paused',
    title: ({ t }) => t('billing.notice.topUpPausedTitle'),
    body: ({ t }) => t('billing.notice.topUpPaused', { why: t(`billing.kept.${WHY[why]}`) }),
    href: 'billing#low',
    dedupeKey: `top-up-paused:${id}`,
  });
}
