/** How much a picture is its person, and whether it is only one of their selfies again. Pure; spec 03, "Likeness". */
import type { LikenessDetail } from '@/db/schema/generation';
import { cosine } from '@/vision/face/similarity';
import { hashDistance } from '@/vision/photo/comparing';
import type { EnginePicture } from './engine';

export type MeasuredSelfie = { embedding: Float32Array; dHash: string };

/**
 * From here a face is the face of that photo. Photos that were made of one portrait reach .92–.99 among each other, two photos of
 * one person .73 in the middle.
 */
const SAME_FACE = 0.92;
/** Bits of 64, as for uploads: so close are only copies. */
const SAME_PHOTO = 6;

/** Null when the picture shows no face or nothing is left to compare with. `finishesSelfie`: being the selfie is the point. */
export function measureLikeness(
  picture: Pick<EnginePicture, 'embedding' | 'dHash'>,
  selfies: readonly MeasuredSelfie[],
  mean: Float32Array | null,
  { finishesSelfie }: { finishesSelfie: boolean },
): LikenessDetail | null {
  const { embedding, dHash } = picture;
  if (!embedding || !mean || selfies.length === 0) return null;
  const own = selfies.map((selfie) => cosine(selfie.embedding, mean));
  const nearest = Math.max(...selfies.map((selfie) => cosine(selfie.embedding, embedding)));
  const distance = dHash ? Math.min(...selfies.map((selfie) => hashDistance(selfie.dHash, dHash))) : null;
  return {
    selfies: selfies.length,
    low: Math.min(...own),
    high: Math.max(...own),
    nearest,
    hashDistance: distance,
    nearCopy: !finishesSelfie && (nearest >= SAME_FACE || (distance !== null && distance <= SAME_PHOTO)),
  };
}
