import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { uploadHandover } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';

/** Closes the member's hand-over, from the desktop or from its phone: link and cookie stop working. Closing again changes nothing. */
export async function endHandover(ctx: Ctx, clock = systemClock): Promise<{ ended: number }> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId, memberId } = requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .update(uploadHandover)
      .set({ endedAt: clock() })
      .where(
        and(
          eq(uploadHandover.organizationId, ctx.orgId),
          eq(uploadHandover.memberId, memberId),
          isNull(uploadHandover.endedAt),
        ),
      )
      .returning({ id: uploadHandover.id });
    for (const { id } of ended) {
      await recordAudit(ctx, {
        action: 'uploads.end_handover',
        subjectType: 'upload_handover',
        subjectId: id,
      });
    }
    if (ended.length > 0) await emitEvent(ctx, { type: 'handover.changed', userId });
    return { ended: ended.length };
  });
}
