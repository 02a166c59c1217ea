/** One call to one engine for one picture, written down before and after. */
import { personKey } from '@/adapters/person-key';
import type { LikenessDetail } from '@/db/schema/generation';
import { recordDuration, traced } from '@/lib/telemetry';
import { SECOND } from '@/lib/time';
import { cosine } from '@/vision/face/similarity';
import { noteOutcome } from './circuit';
import {
  EngineError,
  type EngineFailure,
  type EnginePicture,
  type PictureEngine,
  SHORT_SIDE,
} from './engine';
import { endCall, lineOf, takePlace } from './engine-calls';
import type { Workshop } from './make-picture';
import { measureLikeness } from './measure-likeness';
import type { PictureRow } from './picture-writes';
import { renderPrompt } from './prompts/build-prompt';

/** Until an engine whose places are all taken is asked again. */
const NEXT_LOOK = 5 * SECOND;

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
  detail: LikenessDetail | null;
};

/** Answers the error when another call may help; throws `EngineError` with `stopped` and whatever breaks the worker itself. */
export async function callEngine(
  { db, claim, recipe, preferences, brief, material, signal, onFraction }: Workshop,
  { id, number, seed }: PictureRow,
  { engine, photoIds, call, because }: CallInput,
): Promise<Drawn | EngineError> {
  const plan = { pictureId: id, purpose: 'draw', call, engine: engine.name, because } as const;
  const row = await takePlace(db, claim, plan, engine.places());
  if (row === null) return new EngineError('busy', 'All its places are taken.', { retryAfterMs: NEXT_LOOK });
  const started = performance.now();
  const noteFor = async (reason: EngineFailure | null) => {
    recordDuration('headcraft.engine.duration', performance.now() - started, {
      engine: engine.name,
      outcome: reason ?? 'drawn',
    });
    // The studio is this machine: one that breaks must not stop the others.
    if (!engine.capabilities.finishesSelfie) await noteOutcome(db, engine.name, reason);
  };
  try {
    const references = await Promise.all(
      photoIds.map(async (photoId) => ({ photoId, jpeg: await material.readSelfie(photoId) })),
    );
    const picture = await traced('headcraft.engine', { engine: engine.name }, () =>
      engine.draw({
        generationId: claim.id,
        personKey: personKey(claim.userId),
        references,
        recipe,
        preferences,
        prompt: brief ? renderPrompt(brief.prompt, brief.subject, number) : '',
        aspect: claim.aspect,
        shortSide: SHORT_SIDE[claim.quality],
        seed,
        line: lineOf(db, row),
        signal,
        onProgress: onFraction,
      }),
    );
    const likeness = material.mean && picture.embedding ? cosine(picture.embedding, material.mean) : null;
    await endCall(db, row, { outcome: 'drawn', likeness, receipt: picture.receipt });
    await noteFor(null);
    const detail = measureLikeness(picture, material.measured, material.mean, engine.capabilities);
    return { picture, likeness, detail };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    await endCall(db, row, { outcome: error.reason, reason: error.message, receipt: error.receipt });
    await noteFor(error.reason);
    if (error.reason === 'stopped') throw error;
    return error;
  }
}
