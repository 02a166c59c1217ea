/** Hair, glasses and marks of the person, from small copies of their selfies, by the vision model; null when it cannot be had. */
import { lookAtPhotos } from '@/adapters/openai/look-at-photos';
import { personKey } from '@/adapters/person-key';
import { VendorFailure } from '@/adapters/vendor-failure';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { log } from '@/lib/log';
import { shrinkPhoto } from '@/vision/photo/shrink';
import type { Claim } from '../claim';
import { EngineError } from '../engine';
import { beginCall, endCall } from '../engine-calls';
import { lookCost } from '../engine-costs';
import type { PhotoMaterial } from '../photo-material';
import { SUBJECT_INSTRUCTIONS, SUBJECT_VERSION, type Subject, subjectSchema } from './subject';

/** Enough to agree on glasses; more tell nothing new. */
const PHOTOS = 4;

/** Px of the long side: hair and glasses can be seen, little else. */
const LONG_SIDE = 512;

const TIMEOUT = 30_000;

/** Throws `EngineError` with `stopped` when the work is given up. */
export async function findSubject(
  db: Db,
  claim: Claim,
  material: PhotoMaterial,
  signal: AbortSignal,
): Promise<Subject | null> {
  if (!env().OPENAI_API_KEY) return null;
  const call = await beginCall(db, claim, {
    pictureId: null,
    purpose: 'describe',
    call: 0,
    engine: 'openai',
    because: null,
  });
  try {
    const photos = await Promise.all(
      material.references
        .slice(0, PHOTOS)
        .map(async (photoId) => shrinkPhoto(await material.readSelfie(photoId), LONG_SIDE)),
    );
    const { answer, model, vendorId, usage } = await lookAtPhotos({
      instructions: SUBJECT_INSTRUCTIONS,
      photos,
      schema: subjectSchema,
      name: SUBJECT_VERSION.replace('-', '_'),
      personKey: personKey(claim.userId),
      signal,
      timeoutMs: TIMEOUT,
    });
    await endCall(db, call, {
      outcome: 'drawn',
      receipt: { model, vendorId, usage, costMicros: lookCost(photos.length) },
    });
    return answer;
  } catch (error) {
    const kind = error instanceof VendorFailure ? error.kind : 'selfie';
    const reason = error instanceof Error ? error.message : 'unknown';
    await endCall(db, call, { outcome: kind, reason });
    if (kind === 'stopped') throw new EngineError('stopped', reason);
    log.warn({ generationId: claim.id, kind }, 'selfies not described');
    return null;
  }
}
