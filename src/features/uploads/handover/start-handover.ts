import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { member } from '@/db/schema/auth';
import { uploadHandover } from '@/db/schema/uploads';
import { env } from '@/env';
import { recordAudit } from '@/features/audit/record-audit';
import { requireConsent } from '@/features/privacy/consent-queries';
import { requireMember, requirePermission } from '@/lib/actor';
import { newSecret, sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { drawQr } from '@/lib/qr';
import { plus, systemClock } from '@/lib/time';
import { LINK_LIFETIME } from './handover-rules';
import type { StartedHandover } from './handover-types';
import { toHandoverView } from './live-handover';

/**
 * Makes the link for the member's phone: single-use, ten minutes, at `APP_URL`. One that was made before stops working, and so
 * does its phone. Throws `forbidden` without consent.
 */
export async function startHandover(ctx: Ctx, clock = systemClock): Promise<StartedHandover> {
  requirePermission(ctx.actor, 'uploads:own');
  const { userId, memberId } = requireMember(ctx.actor);
  const consent = await requireConsent(ctx);
  const token = newSecret();
  const url = `${env().appUrl}/phone/${token}`;
  const now = clock();
  const row = await inTransaction(ctx, async (ctx) => {
    // Two at once go one after the other, so that one link lives.
    await ctx.db.select({ id: member.id }).from(member).where(eq(member.id, memberId)).for('no key update');
    await ctx.db
      .update(uploadHandover)
      .set({ endedAt: now })
      .where(
        and(
          eq(uploadHandover.organizationId, ctx.orgId),
          eq(uploadHandover.memberId, memberId),
          isNull(uploadHandover.endedAt),
        ),
      );
    const [row] = await ctx.db
      .insert(uploadHandover)
      .values({
        id: newId('handover'),
        organizationId: ctx.orgId,
        memberId,
        userId,
        consentId: consent.id,
        tokenHash: sha256Hex(token),
        expiresAt: plus(now, LINK_LIFETIME),
        createdAt: now,
      })
      .returning();
    if (!row) throw new Error('A hand-over was not written.');
    await recordAudit(ctx, {
      action: 'uploads.start_handover',
      subjectType: 'upload_handover',
      subjectId: row.id,
    });
    return row;
  });
  return { ...toHandoverView(row), url, qr: drawQr(url) };
}
