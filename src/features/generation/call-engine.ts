/** One call to one engine for one picture, written down before and after. */
import { personKey } from '@/adapters/person-key';
import { cosine } from '@/vision/face/similarity';
import { EngineError, type EnginePicture, type PictureEngine, SHORT_SIDE } from './engine';
import { beginCall, endCall } from './engine-calls';
import type { Workshop } from './make-picture';
import type { PictureRow } from './picture-writes';
import { renderPrompt } from './prompts/build-prompt';

export type CallInput = {
  engine: PictureEngine;
  /** The best first. */
  photoIds: readonly string[];
  /** 1–3. */
  call: number;
  because: string | null;
};

export type Drawn = {
  picture: EnginePicture;
  /** Cosine to the mean of the set; null when no face is in it or nothing is left to compare with. */
  likeness: number | null;
};

/** Answers the error when another call may help; throws `EngineError` with `stopped` and whatever breaks the worker itself. */
export async function callEngine(
  { db, claim, recipe, brief, material, signal, onFraction }: Workshop,
  { id, number, seed }: PictureRow,
  { engine, photoIds, call, because }: CallInput,
): Promise<Drawn | EngineError> {
  const row = await beginCall(db, claim, {
    pictureId: id,
    purpose: 'draw',
    call,
    engine: engine.name,
    because,
  });
  try {
    const references = await Promise.all(
      photoIds.map(async (photoId) => ({ photoId, jpeg: await material.readSelfie(photoId) })),
    );
    const picture = await engine.draw({
      generationId: claim.id,
      personKey: personKey(claim.userId),
      references,
      recipe,
      prompt: brief ? renderPrompt(brief.prompt, brief.subject, number) : '',
      aspect: claim.aspect,
      shortSide: SHORT_SIDE[claim.quality],
      seed,
      signal,
      onProgress: onFraction,
    });
    const likeness = material.mean && picture.embedding ? cosine(picture.embedding, material.mean) : null;
    await endCall(db, row, { outcome: 'drawn', likeness, receipt: picture.receipt });
    return { picture, likeness };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    await endCall(db, row, { outcome: error.reason, reason: error.message, receipt: error.receipt });
    if (error.reason === 'stopped') throw error;
    return error;
  }
}
