/** One picture, from its first engine call to accepted, unlike, refused or failed; at most three calls. */
import { newBlobKey } from '@/adapters/blob/blob';
import type { Db } from '@/db/types';
import { sha256Hex } from '@/lib/hash';
import { cosine } from '@/vision/face/similarity';
import type { Claim } from './claim';
import { EngineError, type EnginePicture, type PictureEngine, SHORT_SIDE } from './engine';
import { likenessWord } from './likeness';
import type { PhotoMaterial } from './photo-material';
import { movePicture, type PictureRow, type Standing } from './picture-writes';
import { drawnPart } from './progress';
import { MAX_PICTURE_CALLS, mayMovePicture, type PictureStatus } from './rules';
import { pickSelfie } from './selfie-ranking';
import { type PictureKeys, removePictureFiles, storePicture } from './store-picture';

export type Workshop = {
  db: Db;
  claim: Claim;
  engine: PictureEngine;
  recipe: string;
  material: PhotoMaterial;
  /** Aborted when the work is to be given up: shutdown, lost claim, no longer wanted. */
  signal: AbortSignal;
  /** 0–1 of the picture under way; must not wait. */
  onFraction: (fraction: number) => void;
};

/** Throws `LostClaim`, `EngineError` with `stopped`, and whatever breaks the worker itself (blob store, database). */
export async function makePicture(shop: Workshop, picture: PictureRow, over: number): Promise<void> {
  const { db, claim } = shop;
  let status = picture.status;
  let verdict: { to: 'unlike' | 'refused' | 'failed'; why: string } = {
    to: 'failed',
    why: 'no engine call left',
  };
  await removePictureFiles(picture);
  const drawing: Standing = { stage: 'drawing', part: drawnPart(over, claim.variations, 0) };
  for (let call = picture.attempts + 1; call <= MAX_PICTURE_CALLS; call += 1) {
    const photoId = pickSelfie(shop.material.ranked, picture.number, call, claim.variations);
    if (!photoId) {
      verdict = { to: 'failed', why: 'no selfie serves this shape' };
      break;
    }
    const change = { attempts: call, photoId, blobKey: null, thumbnailKey: null };
    await movePicture(db, claim, { id: picture.id, status }, 'drawing', {
      change,
      standing: drawing,
      why: `call ${call}`,
    });
    status = 'drawing';
    const result = await callEngine(shop, picture, photoId);
    if (result instanceof EngineError) {
      verdict = { to: result.reason === 'refused' ? 'refused' : 'failed', why: result.message };
      if (result.reason === 'refused') break;
      continue;
    }
    const scored = await score(shop, picture, result, over);
    status = 'scoring';
    if (scored.keys) {
      await accept(shop, picture, result, scored.keys, over);
      return;
    }
    verdict = { to: 'unlike', why: scored.why };
  }
  await giveUp(shop, { id: picture.id, status }, verdict, over);
}

async function callEngine(
  { engine, claim, recipe, material, signal, onFraction }: Workshop,
  picture: PictureRow,
  photoId: string,
): Promise<EnginePicture | EngineError> {
  try {
    const selfie = await material.readSelfie(photoId);
    return await engine.draw({
      generationId: claim.id,
      selfie,
      recipe,
      aspect: claim.aspect,
      shortSide: SHORT_SIDE[claim.quality],
      seed: picture.seed,
      signal,
      onProgress: onFraction,
    });
  } catch (error) {
    if (error instanceof EngineError && error.reason !== 'stopped') return error;
    throw error;
  }
}

type Scored = { keys: PictureKeys } | { keys: null; why: string };

/** Measures the likeness. A picture that will be kept gets its keys now, before its files exist. */
async function score(
  { db, claim, material }: Workshop,
  { id }: PictureRow,
  drawn: EnginePicture,
  over: number,
): Promise<Scored> {
  const likeness = likenessOf(material, drawn);
  const alike = likenessWord(likeness) !== 'unlike';
  const keys = alike
    ? { blobKey: newBlobKey('pictures', 'jpg'), thumbnailKey: newBlobKey('pictures', 'webp') }
    : null;
  const part = drawnPart(over, claim.variations, 1);
  await movePicture(db, claim, { id, status: 'drawing' }, 'scoring', {
    change: { likeness, ...keys },
    standing: isLast(claim, over) ? { stage: 'scoring', part: 1 } : { stage: 'drawing', part },
  });
  if (keys) return { keys };
  return { keys, why: likeness === null ? 'no face found' : `likeness ${likeness.toFixed(3)}` };
}

/** Stored first, accepted second: a picture that counts is a picture that is there. */
async function accept(
  { db, claim }: Workshop,
  { id }: PictureRow,
  drawn: EnginePicture,
  keys: PictureKeys,
  over: number,
): Promise<void> {
  try {
    await storePicture(drawn, keys);
    await movePicture(db, claim, { id, status: 'scoring' }, 'accepted', {
      change: {
        sha256: sha256Hex(drawn.jpeg),
        width: drawn.width,
        height: drawn.height,
        layout: { ...drawn.composition, frame: drawn.frame },
        reason: null,
      },
      standing: afterPicture(claim, over),
    });
  } catch (error) {
    await removePictureFiles(keys);
    throw error;
  }
}

async function giveUp(
  { db, claim }: Workshop,
  { id, status }: { id: string; status: PictureStatus },
  { to, why }: { to: 'unlike' | 'refused' | 'failed'; why: string },
  over: number,
): Promise<void> {
  await movePicture(db, claim, { id, status }, mayMovePicture(status, to) ? to : 'failed', {
    change: { reason: why, blobKey: null, thumbnailKey: null },
    why,
    standing: afterPicture(claim, over),
  });
}

function isLast(claim: Claim, over: number): boolean {
  return over + 1 === claim.variations;
}

function afterPicture(claim: Claim, over: number): Standing {
  if (isLast(claim, over)) return { stage: 'saving', part: 0.5 };
  return { stage: 'drawing', part: drawnPart(over + 1, claim.variations, 0) };
}

/** Null when no face is in the picture or nothing is left to compare with. */
function likenessOf({ mean }: PhotoMaterial, { embedding }: EnginePicture): number | null {
  return mean && embedding ? cosine(embedding, mean) : null;
}
