/** An edit must not make somebody else of a person. */

import { and, eq, inArray, isNull } from 'drizzle-orm';
import { openEmbedding } from '@/adapters/blob/vault';
import type { Ctx } from '@/db/context';
import { photo } from '@/db/schema/uploads';
import { likenessWord } from '@/features/generation/likeness';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import type { EditedPicture } from '@/vision/edit-types';
import { cosine, meanEmbedding } from '@/vision/face/similarity';
import type { OwnPicture } from './own-picture';

/** Cosine to the unedited picture. All sliders at their ends together measured .94 at least. */
const LEAST_ALIKE = 0.8;

/** Throws `invalid` unless the edited face is that of the picture and, while they are there, that of the selfies. */
export async function requireLike(ctx: Ctx, own: OwnPicture, { face }: EditedPicture): Promise<void> {
  const selfies = face ? await meanOfSelfies(ctx, own.photoSetId) : null;
  const alike = face !== null && face.likeness >= LEAST_ALIKE;
  if (alike && (!selfies || likenessWord(cosine(face.embedding, selfies)) !== 'unlike')) return;
  throw new AppError('invalid', say('headshots.refused.unlike'), {
    reason: 'unlike',
  });
}

async function meanOfSelfies(ctx: Ctx, photoSetId: string): Promise<Float32Array | null> {
  const rows = await ctx.db
    .select({ id: photo.id, embedding: photo.embedding })
    .from(photo)
    .where(
      and(
        eq(photo.photoSetId, photoSetId),
        eq(photo.organizationId, ctx.orgId),
        inArray(photo.status, ['accepted', 'warned']),
        isNull(photo.deletedAt),
      ),
    );
  const opened = rows.flatMap(({ id, embedding }) => {
    const one = embedding ? openEmbedding(embedding, id) : null;
    return one ? [one] : [];
  });
  return opened.length > 0 ? meanEmbedding(opened) : null;
}
