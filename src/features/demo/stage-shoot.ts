/**
 * Writes a finished generation with its recorded pictures, as it would stand after its run: rows and files as the worker writes them,
 * credits through the ledger's own verbs.
 */
import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import { newBlobKey } from '@/adapters/blob/blob';
import { generation, picture } from '@/db/schema/generation';
import { photoSet } from '@/db/schema/uploads';
import { PRICE_VERSION } from '@/features/billing/price-list';
import { holdCredits } from '@/features/credits/hold';
import { settleHold } from '@/features/credits/settle';
import { tellTime } from '@/features/credits/tell-time';
import { storePicture } from '@/features/generation/store-picture';
import { recordTransitions } from '@/features/generation/transitions';
import { rememberPrint } from '@/features/privacy/provenance/remember-print';
import { jobCtx } from '@/jobs/trusted-ctx';
import { sha256Hex } from '@/lib/hash';
import { newId } from '@/lib/ids';
import { MINUTE, plus } from '@/lib/time';
import { provenanceXmp } from '@/vision/photo/provenance';
import type { Shoot } from './cast';
import type { Joined } from './join-cast';
import { type RecordedPicture, readRecordedFile } from './recorded-files';

const TOOK = MINUTE / 4;

/** `pictures`: what was recorded for it, one for each that was accepted. */
export async function stageShoot(
  { ctx, userId, memberId }: Joined,
  shoot: Shoot,
  pictures: readonly RecordedPicture[],
  createdAt: Date,
): Promise<void> {
  const { style, accepted, unlike, priceEach } = shoot;
  const owner = { organizationId: ctx.orgId, memberId, userId };
  const finishedAt = plus(createdAt, TOOK);
  const photoSetId = newId('photoSet');
  // The selfies are gone by their schedule; what they were made into stays.
  await ctx.db.insert(photoSet).values({
    id: photoSetId,
    ...owner,
    status: 'deleted',
    lastUploadAt: createdAt,
    deletedAt: finishedAt,
    createdAt,
  });
  const id = newId('generation');
  await ctx.db.insert(generation).values({
    id,
    ...owner,
    photoSetId,
    styleId: style,
    quality: 'standard',
    aspect: '4:5',
    variations: accepted + unlike,
    engine: 'studio',
    priceVersion: PRICE_VERSION,
    priceEach,
    charged: accepted * priceEach,
    status: 'completed',
    stage: 'saving',
    progress: 100,
    attempts: 1,
    idempotencyKey: `demo:${style}`,
    requestHash: sha256Hex(id),
    createdAt,
    startedAt: createdAt,
    finishedAt,
  });
  await holdCredits(ctx, { generationId: id, memberId, amount: (accepted + unlike) * priceEach });
  for (const [at, recorded] of pictures.slice(0, accepted).entries())
    await stagePicture(ctx, { ...owner, generationId: id, number: at + 1, createdAt }, shoot, recorded);
  for (let number = accepted + 1; number <= accepted + unlike; number += 1)
    await ctx.db.insert(picture).values({
      id: newId('picture'),
      ...owner,
      generationId: id,
      number,
      status: 'unlike',
      seed: randomInt(1, 2 ** 31 - 1),
      attempts: 3,
      engine: 'studio',
      reason: 'likeness 0.412',
      createdAt,
    });
  await tellTime(ctx, finishedAt);
  const system = jobCtx(ctx.db, ctx.orgId, 'demo.build');
  await settleHold(system, { generationId: id, amount: accepted * priceEach, pictures: accepted });
  await recordTransitions(system, [
    { generationId: id, from: null, to: 'completed', why: 'recorded for the demo' },
  ]);
}

type Place = {
  organizationId: string;
  memberId: string;
  userId: string;
  generationId: string;
  number: number;
  createdAt: Date;
};

async function stagePicture(
  { db }: Joined['ctx'],
  place: Place,
  { favourites }: Shoot,
  { file, width, height, composition, likeness }: RecordedPicture,
): Promise<void> {
  const jpeg = await sharp(readRecordedFile(file))
    .withXmp(
      provenanceXmp({
        sourceType: 'algorithmicallyEnhanced',
        creatorTool: 'headcraft studio',
        generationId: place.generationId,
      }),
    )
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const keys = { blobKey: newBlobKey('pictures', 'jpg'), thumbnailKey: newBlobKey('pictures', 'webp') };
  const id = newId('picture');
  await db.insert(picture).values({
    id,
    ...place,
    ...keys,
    status: 'accepted',
    seed: randomInt(1, 2 ** 31 - 1),
    attempts: 1,
    engine: 'studio',
    likeness,
    sha256: sha256Hex(jpeg),
    width,
    height,
    layout: { ...composition, frame: null },
    favourite: favourites.includes(place.number),
  });
  await storePicture({ jpeg }, keys);
  await rememberPrint(db, id, jpeg);
}
