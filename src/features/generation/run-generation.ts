/** Works on one claimed generation until it has ended, is handed back, or belongs to somebody else. */
import { eq } from 'drizzle-orm';
import { style } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { errorMessage } from '@/lib/log-error';
import type { Claim } from './claim';
import { claimCtx } from './claim';
import { endGeneration } from './end-generation';
import { EngineError, type PictureEngine } from './engine';
import { LostClaim, renewLease } from './fence';
import { handBack } from './hand-back';
import { keepLease, type Lease } from './lease';
import { makePicture } from './make-picture';
import { loadPhotoMaterial } from './photo-material';
import { listPicturesToMake } from './picture-writes';
import { reporter } from './report-progress';
import { isPictureOver } from './rules';

export type RunOptions = {
  engine: PictureEngine;
  /** The process shuts down: hand the work back. */
  shutdown: AbortSignal;
  renewEveryMs?: number;
};

export type RunEnd = 'ended' | 'stopped' | 'queued' | 'lost';

export async function runGeneration(db: Db, claim: Claim, options: RunOptions): Promise<RunEnd> {
  const ctx = claimCtx(db, claim);
  const lease = keepLease(db, claim, options.shutdown, options.renewEveryMs);
  try {
    if (!(await renewLease(db, claim))) return await stopUnwanted(db, claim);
    await makePictures(db, claim, options.engine, lease);
    const end = await endGeneration(ctx, claim.id, { stopped: false, why: 'done', fence: claim.fence });
    return end ? 'ended' : 'lost';
  } catch (error) {
    if (error instanceof LostClaim || lease.gaveUp === 'lost') return 'lost';
    if (lease.gaveUp === 'unwanted') return await stopUnwanted(db, claim);
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

async function makePictures(db: Db, claim: Claim, engine: PictureEngine, lease: Lease): Promise<void> {
  const [recipe] = await db
    .select({ name: style.studioRecipe })
    .from(style)
    .where(eq(style.id, claim.styleId));
  if (!recipe) throw new Error(`Style ${claim.styleId} is gone.`);
  const material = await loadPhotoMaterial(db, claim);
  const pictures = await listPicturesToMake(db, claim);
  let over = pictures.filter(({ status }) => isPictureOver(status)).length;
  for (const picture of pictures) {
    if (isPictureOver(picture.status)) continue;
    lease.signal.throwIfAborted();
    const progress = reporter(db, claim, over);
    const shop = { db, claim, engine, recipe: recipe.name, material, signal: lease.signal };
    try {
      await makePicture({ ...shop, onFraction: progress.report }, picture, over);
    } finally {
      await progress.stop();
    }
    over += 1;
  }
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
