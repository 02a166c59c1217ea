/** One picture, from its first engine call to accepted, unlike, refused or failed; at most three calls, whatever the engines. */
import { newBlobKey } from '@/adapters/blob/blob';
import type { PictureLayout } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { sha256Hex } from '@/lib/hash';
import type { StudioRecipe } from '@/vision/studio/recipe';
import { callEngine, type Drawn } from './call-engine';
import { type Choice, endOf, type Miss } from './chain-rules';
import { chooseOpenEngine } from './circuit';
import type { Claim } from './claim';
import { EngineError, type EnginePicture, type PictureEngine } from './engine';
import { EngineUnavailable } from './engine-unavailable';
import { likenessWord } from './likeness';
import type { PhotoMaterial } from './photo-material';
import { movePicture, type PictureRow, type Standing } from './picture-writes';
import type { Preferences } from './preferences/preference-rules';
import { drawnPart } from './progress';
import type { Brief } from './prompts/brief';
import { pickReferences } from './references';
import { MAX_PICTURE_CALLS, mayMovePicture, type PictureStatus } from './rules';
import { pickSelfie } from './selfie-ranking';
import { type PictureKeys, removePictureFiles, storePicture } from './store-picture';

export type Workshop = {
  db: Db;
  claim: Claim;
  /** The engine of the generation first, then those that may stand in for it. */
  chain: readonly PictureEngine[];
  recipe: StudioRecipe;
  preferences: Preferences;
  /** What AI engines are told; null for the studio. */
  brief: Brief | null;
  material: PhotoMaterial;
  /** Hashes of the pictures of this generation that are accepted already. */
  accepted: Set<string>;
  /** Aborted when the work is to be given up: shutdown, lost claim, no longer wanted. */
  signal: AbortSignal;
  /** 0–1 of the picture under way; must not wait. */
  onFraction: (fraction: number) => void;
  /** Waits so many milliseconds; rejects when the signal gives up. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
};

type End = { to: 'unlike' | 'refused' | 'failed'; why: string };

/**
 * Throws `LostClaim`, `EngineUnavailable`, `EngineError` with `stopped`, and whatever breaks the worker itself (blob store,
 * database).
 */
export async function makePicture(shop: Workshop, picture: PictureRow, over: number): Promise<void> {
  const { db, claim } = shop;
  const misses: Miss[] = [];
  let status = picture.status;
  let why = 'no engine call left';
  await removePictureFiles(picture);
  const drawing: Standing = { stage: 'drawing', part: drawnPart(over, claim.variations, 0) };
  for (let call = picture.attempts + 1; call <= MAX_PICTURE_CALLS; call += 1) {
    const choice = await chooseOpenEngine(
      db,
      shop.chain.map(({ name }) => name),
      misses,
    );
    if (choice.kind === 'later')
      throw new EngineUnavailable(choice.retryAfterMs, misses.at(-1)?.reason === 'busy');
    const engine = engineOf(shop, choice);
    if (choice.kind === 'none' || !engine) break;
    const photoIds = selfiesFor(shop, engine, picture, call);
    const [photoId] = photoIds;
    if (!photoId) {
      why = 'no selfie serves this shape';
      break;
    }
    await shop.pause(choice.waitMs, shop.signal);
    const { because } = choice;
    await movePicture(db, claim, { id: picture.id, status }, 'drawing', {
      change: { attempts: call, photoId, engine: engine.name, blobKey: null, thumbnailKey: null },
      standing: drawing,
      why: because ? `call ${call}, ${engine.name} because ${because}` : `call ${call}, ${engine.name}`,
    });
    status = 'drawing';
    const result = await callEngine(shop, picture, { engine, photoIds, call, because });
    if (result instanceof EngineError) {
      why = result.message;
      misses.push({ engine: engine.name, reason: result.reason, retryAfterMs: result.retryAfterMs });
      continue;
    }
    if (shop.accepted.has(sha256Hex(result.picture.jpeg))) {
      why = 'the same picture again';
      misses.push({ engine: engine.name, reason: 'unusable' });
      continue;
    }
    const scored = await score(shop, picture, result, over);
    status = 'scoring';
    if (scored.keys) {
      await accept(shop, picture, result.picture, scored.keys, over);
      return;
    }
    why = scored.why;
    misses.push({ engine: engine.name, reason: 'unlike' });
  }
  await giveUp(shop, { id: picture.id, status }, { to: endOf(misses), why }, over);
}

function engineOf({ chain }: Workshop, choice: Choice): PictureEngine | undefined {
  return choice.kind === 'engine' ? chain.find(({ name }) => name === choice.engine) : undefined;
}

/** A finish is made of one selfie that shows enough; a new picture is drawn from several that differ. */
function selfiesFor(
  { material, claim }: Workshop,
  { capabilities }: PictureEngine,
  { number }: PictureRow,
  call: number,
): string[] {
  if (!capabilities.finishesSelfie) return pickReferences(material.references, call, capabilities.references);
  const photoId = pickSelfie(material.ranked, number, call, claim.variations);
  return photoId ? [photoId] : [];
}

type Scored = { keys: PictureKeys } | { keys: null; why: string };

/** A picture that will be kept gets its keys now, before its files exist. */
async function score(
  { db, claim }: Workshop,
  { id }: PictureRow,
  { likeness, detail }: Drawn,
  over: number,
): Promise<Scored> {
  const alike = likenessWord(likeness) !== 'unlike';
  const keys = alike
    ? { blobKey: newBlobKey('pictures', 'jpg'), thumbnailKey: newBlobKey('pictures', 'webp') }
    : null;
  const part = drawnPart(over, claim.variations, 1);
  await movePicture(db, claim, { id, status: 'drawing' }, 'scoring', {
    change: { likeness, likenessDetail: detail, ...keys },
    standing: isLast(claim, over) ? { stage: 'scoring', part: 1 } : { stage: 'drawing', part },
  });
  if (keys) return { keys };
  return { keys, why: likeness === null ? 'no face found' : `likeness ${likeness.toFixed(3)}` };
}

/** Stored first, accepted second: a picture that counts is a picture that is there. */
async function accept(
  { db, claim, accepted }: Workshop,
  { id }: PictureRow,
  drawn: EnginePicture,
  keys: PictureKeys,
  over: number,
): Promise<void> {
  const sha256 = sha256Hex(drawn.jpeg);
  try {
    await storePicture(drawn, keys);
    await rememberPrint(db, id, drawn.jpeg);
    await movePicture(db, claim, { id, status: 'scoring' }, 'accepted', {
      change: {
        sha256,
        width: drawn.width,
        height: drawn.height,
        ...layoutOf(drawn),
        reason: null,
      },
      standing: afterPicture(claim, over),
    });
    accepted.add(sha256);
  } catch (error) {
    await removePictureFiles(keys);
    throw error;
  }
}

function layoutOf({ composition, frame, shortOf }: EnginePicture): { layout?: PictureLayout } {
  if (!composition) return {};
  return { layout: { ...composition, frame, ...(shortOf ? { shortOf } : {}) } };
}

async function giveUp(
  { db, claim }: Workshop,
  { id, status }: { id: string; status: PictureStatus },
  { to, why }: End,
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
