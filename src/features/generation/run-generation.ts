/** Works on one claimed generation until it has ended, is handed back, or belongs to somebody else. */
import { setTimeout } from 'node:timers/promises';
import type { StylePrompt } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import type { Claim } from './claim';
import { claimCtx } from './claim';
import { endGeneration } from './end-generation';
import { EngineError, type PictureEngine } from './engine';
import { EngineUnavailable } from './engine-unavailable';
import { LostClaim, renewLease } from './fence';
import { handBack } from './hand-back';
import { keepLease, type Lease } from './lease';
import { makePicture } from './make-picture';
import { loadPhotoMaterial, type PhotoMaterial } from './photo-material';
import { listPicturesToMake } from './picture-writes';
import type { Preferences } from './preferences/preference-rules';
import { loadPreferences } from './preferences/stored-preferences';
import { type Brief, prepareBrief } from './prompts/brief';
import { reporter } from './report-progress';
import { isPictureOver } from './rules';
import { getLook } from './style-queries';

export type RunOptions = {
  /** The engine of the generation first, then those that may stand in for it. */
  chain: readonly PictureEngine[];
  /** The process shuts down: hand the work back. */
  shutdown: AbortSignal;
  renewEveryMs?: number;
  /** For tests: waits before a call. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type RunEnd = 'ended' | 'stopped' | 'queued' | 'lost';

export async function runGeneration(db: Db, claim: Claim, options: RunOptions): Promise<RunEnd> {
  const ctx = claimCtx(db, claim);
  const lease = keepLease(db, claim, options.shutdown, options.renewEveryMs);
  try {
    if (!(await renewLease(db, claim))) return await stopUnwanted(db, claim);
    await makePictures(db, claim, options, lease);
    const end = await endGeneration(ctx, claim.id, { stopped: false, why: 'done', fence: claim.fence });
    return end ? 'ended' : 'lost';
  } catch (error) {
    if (error instanceof LostClaim || lease.gaveUp === 'lost') return 'lost';
    if (lease.gaveUp === 'unwanted') return await stopUnwanted(db, claim);
    if (error instanceof EngineUnavailable)
      return await handBack(ctx, claim.id, {
        fence: claim.fence,
        why: 'no engine can be asked now',
        counts: false,
        forgive: error.forgive,
        delayMs: error.retryAfterMs,
      });
    const shutdown =
      lease.gaveUp === 'shutdown' || (error instanceof EngineError && error.reason === 'stopped');
    if (!shutdown) log.error({ err: error, generationId: claim.id }, 'generation broke');
    const why = shutdown ? 'the worker shut down' : `the worker broke: ${errorMessage(error).slice(0, 300)}`;
    const back = await handBack(ctx, claim.id, { fence: claim.fence, why, counts: !shutdown });
    return back;
  } finally {
    lease.stop();
  }
}

async function makePictures(
  db: Db,
  claim: Claim,
  { chain, pause = waitFor }: RunOptions,
  { signal }: Lease,
): Promise<void> {
  const look = await getLook(db, claim.styleId, claim.styleVersion);
  const material = await loadPhotoMaterial(db, claim);
  const preferences = await loadPreferences(db, claim.id);
  const brief = await briefFor(db, claim, chain, { style: look.prompt, preferences }, material, signal);
  const pictures = await listPicturesToMake(db, claim);
  const accepted = new Set(
    pictures.flatMap(({ status, sha256 }) => (status === 'accepted' && sha256 ? [sha256] : [])),
  );
  const shop = {
    db,
    claim,
    chain,
    recipe: look.recipe,
    preferences,
    brief,
    material,
    accepted,
    signal,
    pause,
  };
  let over = pictures.filter(({ status }) => isPictureOver(status)).length;
  for (const picture of pictures) {
    if (isPictureOver(picture.status)) continue;
    signal.throwIfAborted();
    const progress = reporter(db, claim, over);
    try {
      await makePicture({ ...shop, onFraction: progress.report }, picture, over);
    } finally {
      await progress.stop();
    }
    over += 1;
  }
}

/** Null for the studio, which is told nothing. */
async function briefFor(
  db: Db,
  claim: Claim,
  chain: readonly PictureEngine[],
  { style, preferences }: { style: StylePrompt | null; preferences: Preferences },
  material: PhotoMaterial,
  signal: AbortSignal,
): Promise<Brief | null> {
  if (chain.every(({ capabilities }) => capabilities.finishesSelfie)) return null;
  if (!style) throw new Error(`Style ${claim.styleId} has no prompt.`);
  return prepareBrief(db, claim, { style, preferences }, material, signal);
}

/** Rejects when the work is given up. */
async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, undefined, { signal });
}

/** The member left, withdrew consent or deleted the photos: what is accepted is theirs, the rest is freed. */
async function stopUnwanted(db: Db, claim: Claim): Promise<RunEnd> {
  const end = await endGeneration(claimCtx(db, claim), claim.id, {
    stopped: true,
    why: 'membership, consent or photos are gone',
    fence: claim.fence,
  });
  return end ? 'stopped' : 'lost';
}
