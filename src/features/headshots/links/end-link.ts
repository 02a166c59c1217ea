import { eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { pictureLink } from '@/db/schema/headshots';
import { recordAudit } from '@/features/audit/record-audit';
import { getOwnPicture, type PicturePlace } from '../own-picture';

/**
 * Ends the link of a picture for good: whoever has it sees nothing from now on, and the next link has another address. Ending none
 * changes nothing. Throws `not_found` for a picture that is not there or not theirs.
 */
export async function endLink(ctx: Ctx, place: PicturePlace): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const own = await getOwnPicture(ctx, place, { lock: true });
    const [ended] = await ctx.db
      .delete(pictureLink)
      .where(eq(pictureLink.pictureId, own.id))
      .returning({ id: pictureLink.id });
    if (!ended) return;
    await recordAudit(ctx, {
      action: 'headshots.end_link',
      subjectType: 'picture',
      subjectId: own.id,
      data: { linkId: ended.id },
    });
  });
}
