import { and, eq, gt, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { uploadHandover } from '@/db/schema/uploads';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { requireMember, requirePermission } from '@/lib/actor';
import { newSecret, sha256Hex } from '@/lib/hash';
import { systemClock } from '@/lib/time';
import { linkGone } from './handover-errors';
import { nextEnd } from './handover-rules';

/**
 * Binds the phone that opens the link: answers the secret for its cookie. Whoever comes second, however close behind, gets
 * `gone` with `details.reason` = `used`.
 */
export async function openHandover(ctx: Ctx, handoverId: string, clock = systemClock): Promise<string> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId } = requireMember(ctx.actor);
  const now = clock();
  const secret = newSecret();
  return inTransaction(ctx, async (ctx) => {
    const opened = await ctx.db
      .update(uploadHandover)
      .set({ phoneHash: sha256Hex(secret), openedAt: now, expiresAt: nextEnd(now, now) })
      .where(
        and(
          eq(uploadHandover.id, handoverId),
          eq(uploadHandover.organizationId, ctx.orgId),
          isNull(uploadHandover.openedAt),
          isNull(uploadHandover.endedAt),
          gt(uploadHandover.expiresAt, now),
        ),
      )
      .returning({ id: uploadHandover.id });
    if (opened.length === 0) throw linkGone('used');
    await recordAudit(ctx, {
      action: 'uploads.open_handover',
      subjectType: 'upload_handover',
      subjectId: handoverId,
    });
    await emitEvent(ctx, { type: 'handover.changed', userId });
    return secret;
  });
}
