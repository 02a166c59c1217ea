import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { pictureLink } from '@/db/schema/headshots';
import { recordAudit } from '@/features/audit/record-audit';
import { requireMember } from '@/lib/actor';
import { newId } from '@/lib/ids';
import { plus, systemClock } from '@/lib/time';
import { getOwnPicture, type PicturePlace } from '../own-picture';
import { toLinkView } from './link-queries';
import { LINK_LIFETIME, type LinkView } from './link-types';

/**
 * Makes a link with which anybody sees this picture for seven days from now; one that is there already, over or not, is renewed and keeps
 * its address. Throws `not_found` for a picture that is not there or not theirs.
 */
export async function sharePicture(ctx: Ctx, place: PicturePlace, clock = systemClock): Promise<LinkView> {
  return inTransaction(ctx, async (ctx) => {
    const own = await getOwnPicture(ctx, place, { lock: true });
    const { memberId, userId } = requireMember(ctx.actor);
    const now = clock();
    const expiresAt = plus(now, LINK_LIFETIME);
    const [renewed] = await ctx.db
      .update(pictureLink)
      .set({ expiresAt })
      .where(eq(pictureLink.pictureId, own.id))
      .returning();
    const [row] = renewed
      ? [renewed]
      : await ctx.db
          .insert(pictureLink)
          .values({
            id: newId('pictureLink'),
            organizationId: ctx.orgId,
            pictureId: own.id,
            memberId,
            userId,
            createdAt: now,
            expiresAt,
          })
          .returning();
    if (!row) throw new Error('A link was not written.');
    await recordAudit(ctx, {
      action: renewed ? 'headshots.renew_link' : 'headshots.share',
      subjectType: 'picture',
      subjectId: own.id,
      data: { linkId: row.id, expiresAt: row.expiresAt.toISOString() },
    });
    return toLinkView(row, now);
  });
}
