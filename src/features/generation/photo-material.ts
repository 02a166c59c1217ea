/** What a generation works with: the usable selfies of its pinned photo set, ranked, and the mean of their embeddings. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { readBlob } from '@/adapters/blob/blob';
import { openEmbedding } from '@/adapters/blob/vault';
import { photo } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { meanEmbedding } from '@/vision/face/similarity';
import type { PhotoMeasurements } from '@/vision/types';
import type { Claim } from './claim';
import { EngineError, SHORT_SIDE } from './engine';
import type { MeasuredSelfie } from './measure-likeness';
import { orderReferences } from './references';
import { type RankedSelfie, rankSelfies } from './selfie-ranking';

export type PhotoMaterial = {
  /** Those that show enough for a finish in this shape and size, the best first. */
  ranked: RankedSelfie[];
  /** All usable ones for an engine that draws anew, in the order in which it is given them. */
  references: string[];
  /** Null when no embedding can be read: then nothing can be accepted. */
  mean: Float32Array | null;
  /** Those the mean was made of. */
  measured: MeasuredSelfie[];
  /** The working photo. Throws `EngineError` (`selfie`) when it is gone. */
  readSelfie(photoId: string): Promise<Uint8Array>;
};

export async function loadPhotoMaterial(db: Db, claim: Claim): Promise<PhotoMaterial> {
  const rows = await db
    .select({
      id: photo.id,
      status: photo.status,
      workingKey: photo.workingKey,
      measurements: photo.measurements,
      embedding: photo.embedding,
    })
    .from(photo)
    .where(
      and(
        eq(photo.photoSetId, claim.photoSetId),
        eq(photo.organizationId, claim.orgId),
        eq(photo.memberId, claim.memberId),
        inArray(photo.status, ['accepted', 'warned']),
        isNull(photo.deletedAt),
      ),
    )
    .orderBy(asc(photo.createdAt), asc(photo.id));
  const measured = rows.flatMap(({ id, embedding, measurements }) => {
    const opened = embedding ? openEmbedding(embedding, id) : null;
    return opened
      ? [{ embedding: opened, dHash: (measurements as PhotoMeasurements | null)?.dHash ?? '' }]
      : [];
  });
  const embeddings = measured.map(({ embedding }) => embedding);
  const keys = new Map(rows.map(({ id, workingKey }) => [id, workingKey]));
  const candidates = rows.flatMap(({ id, status, measurements }) =>
    measurements
      ? [{ photoId: id, clean: status === 'accepted', measurements: measurements as PhotoMeasurements }]
      : [],
  );
  return {
    ranked: rankSelfies(candidates, claim.aspect, SHORT_SIDE[claim.quality]),
    references: orderReferences(candidates),
    mean: embeddings.length > 0 ? meanEmbedding(embeddings) : null,
    measured,
    async readSelfie(photoId) {
      const key = keys.get(photoId);
      const bytes = key ? await readBlob(key) : null;
      if (!bytes) throw new EngineError('selfie', `Photo ${photoId} is gone.`);
      return bytes;
    },
  };
}
