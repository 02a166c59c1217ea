/** A worker's writes about one picture, each under the fence and only from a state it may leave. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, type LikenessDetail, type PictureLayout, picture } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { emitEvent } from '@/features/notifications/emit-event';
import type { Claim } from './claim';
import type { EngineName } from './engine';
import { LostClaim, withFence } from './fence';
import { progressOf, type Stage } from './progress';
import { type PictureStatus, picturesBefore } from './rules';
import { recordTransitions } from './transitions';

export type PictureRow = {
  id: string;
  number: number;
  status: PictureStatus;
  seed: number;
  attempts: number;
  sha256: string | null;
  blobKey: string | null;
  thumbnailKey: string | null;
};

export type PictureChange = {
  attempts?: number;
  photoId?: string;
  engine?: EngineName;
  likeness?: number | null;
  likenessDetail?: LikenessDetail | null;
  blobKey?: string | null;
  thumbnailKey?: string | null;
  sha256?: string;
  width?: number;
  height?: number;
  layout?: PictureLayout;
  reason?: string | null;
};

/** Where the whole generation stands after the write. */
export type Standing = { stage: Stage; part: number };

export function listPicturesToMake(db: Db, claim: Claim): Promise<PictureRow[]> {
  return db
    .select({
      id: picture.id,
      number: picture.number,
      status: picture.status,
      seed: picture.seed,
      attempts: picture.attempts,
      sha256: picture.sha256,
      blobKey: picture.blobKey,
      thumbnailKey: picture.thumbnailKey,
    })
    .from(picture)
    .where(and(eq(picture.generationId, claim.id), eq(picture.organizationId, claim.orgId)))
    .orderBy(picture.number);
}

/** Throws `LostClaim` when the generation or the picture is not ours to move any more. */
export async function movePicture(
  db: Db,
  claim: Claim,
  { id, status: from }: Pick<PictureRow, 'id' | 'status'>,
  to: PictureStatus,
  { change = {}, why, standing }: { change?: PictureChange; why?: string; standing: Standing },
): Promise<void> {
  await withFence(db, claim, async (ctx) => {
    const moved = await ctx.db
      .update(picture)
      .set({ status: to, ...change })
      .where(
        and(
          eq(picture.id, id),
          eq(picture.generationId, claim.id),
          eq(picture.status, from),
          inArray(picture.status, picturesBefore(to)),
        ),
      )
      .returning({ id: picture.id });
    if (moved.length === 0) throw new LostClaim(claim.id);
    await recordTransitions(ctx, [
      { generationId: claim.id, pictureId: id, from, to, ...(why ? { why } : {}) },
    ]);
    await writeStanding(ctx, claim, standing);
  });
}

/** Progress between two moves of a picture. */
export async function reportProgress(db: Db, claim: Claim, standing: Standing): Promise<void> {
  await withFence(db, claim, (ctx) => writeStanding(ctx, claim, standing));
}

/** Never backwards: a picture that is drawn again does not take the bar back. */
async function writeStanding(ctx: Ctx, claim: Claim, { stage, part }: Standing): Promise<void> {
  const progress = progressOf(stage, part);
  const [row] = await ctx.db
    .update(generation)
    .set({ stage, progress: sql`greatest(${generation.progress}, ${progress})` })
    .where(eq(generation.id, claim.id))
    .returning({ progress: generation.progress });
  await emitEvent(ctx, {
    type: 'generation.progress',
    userId: claim.userId,
    data: { generationId: claim.id, status: 'processing', stage, progress: row?.progress ?? progress },
  });
}
