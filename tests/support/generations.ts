/** What tests of generations start from: a member with consent, a submitted photo set and credits; an engine that a test directs. */
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { sealEmbedding } from '@/adapters/blob/vault';
import { configuredProcessors } from '@/adapters/processors';
import { backdrop } from '@/db/schema/headshots';
import { consent } from '@/db/schema/privacy';
import { directUpload, photo, photoSet } from '@/db/schema/uploads';
import type { EnginePicture, EngineRequest, PictureEngine } from '@/features/generation/engine';
import { startGeneration } from '@/features/generation/start-generation';
import { policyVersion } from '@/features/privacy/policy';
import { newId } from '@/lib/ids';
import { provenanceXmp } from '@/vision/photo/provenance';
import type { PhotoMeasurements } from '@/vision/types';
import type { TestMember, TestTeam } from './factories';
import { give, openTeamLedger } from './ledger';
import { embeddingOf, measurementsOf } from './measurements';
import { givePlan } from './tiers';

/** The direction in embedding space of the person all photos of `submitSet` show. */
export const PERSON = 7;

export async function giveConsent({ ctx, memberId, userId }: TestMember): Promise<void> {
  await ctx.db.insert(consent).values({
    id: newId('consent'),
    organizationId: ctx.orgId,
    userId,
    memberId,
    policyVersion: policyVersion(configuredProcessors()),
    textHash: 'test',
    text: {},
  });
}

export type SetOptions = {
  count?: number;
  status?: 'open' | 'submitted' | 'deleted';
  /** Of photo `at`, from 0. */
  measure?: (at: number) => PhotoMeasurements;
  /** The working photo's bytes of photo `at`; a few bytes otherwise. */
  bytes?: (at: number) => Uint8Array;
  embedding?: (at: number) => Float32Array;
  /** The one they had stays; it must be put aside. */
  beside?: boolean;
};

/** A photo set of this member with stored files and sealed embeddings; it replaces the one they had. */
export async function makeSet(person: TestMember, options: SetOptions = {}): Promise<string> {
  const { count = 6, status = 'submitted', measure = () => measurementsOf() } = options;
  const { ctx, memberId, userId } = person;
  const setId = newId('photoSet');
  const owner = { organizationId: ctx.orgId, memberId, userId };
  if (status !== 'deleted' && !options.beside)
    await ctx.db.update(photoSet).set({ status: 'deleted' }).where(eq(photoSet.memberId, memberId));
  await ctx.db.insert(photoSet).values({ id: setId, ...owner, status });
  for (let at = 0; at < count; at += 1) {
    const id = newId('photo');
    const workingKey = newBlobKey('photos', 'jpg');
    await blobs().put(workingKey, options.bytes?.(at) ?? new Uint8Array([at]), 'image/jpeg');
    await ctx.db.insert(photo).values({
      id,
      ...owner,
      photoSetId: setId,
      clientKey: id,
      status: 'accepted',
      originalName: `${at}.jpg`,
      sha256: id,
      width: 1200,
      height: 1500,
      workingKey,
      thumbnailKey: workingKey,
      measurements: measure(at),
      embedding: sealEmbedding(options.embedding?.(at) ?? embeddingOf(PERSON, 0.1, 20 + at), id),
    });
  }
  return setId;
}

/** A file that this member's browser may send past us, and did not send. Answers its id. */
export async function makeUpload({ ctx, memberId, userId }: TestMember, photoSetId: string): Promise<string> {
  const id = newId('directUpload');
  await ctx.db.insert(directUpload).values({
    id,
    organizationId: ctx.orgId,
    photoSetId,
    memberId,
    userId,
    clientKey: id,
    originalName: 'me.jpg',
    size: 1,
    blobKey: newBlobKey('incoming', 'bin'),
    grantedAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
  });
  return id;
}

/** A backdrop of this member's own, of one colour. Answers its id. */
export async function makeBackdrop(
  { ctx, memberId, userId }: TestMember,
  colour = '#204080',
): Promise<string> {
  const id = newId('backdrop');
  const [blobKey, swatchKey] = [newBlobKey('backdrops', 'jpg'), newBlobKey('backdrops', 'jpg')];
  const wall = sharp({ create: { width: 900, height: 700, channels: 3, background: colour } }).jpeg();
  await blobs().put(blobKey, await wall.toBuffer(), 'image/jpeg');
  await ctx.db.insert(backdrop).values({
    id,
    organizationId: ctx.orgId,
    memberId,
    userId,
    sha256: id,
    blobKey,
    swatchKey,
    readyAt: new Date(),
  });
  return id;
}

/** A member ready to generate: the Plus plan, consent, a set, credits. */
export async function readyTeam(team: TestTeam, credits = 20, options?: SetOptions): Promise<string> {
  await givePlan(team, 'plus');
  await openTeamLedger(team, credits + 100);
  if (credits > 0) await give(team, credits);
  await giveConsent(team.member);
  return makeSet(team.member, options);
}

export function startFor(
  person: TestMember,
  photoSetId: string,
  changes: Partial<Parameters<typeof startGeneration>[1]> = {},
) {
  return startGeneration(person.ctx, {
    photoSetId,
    style: 'corporate',
    aspect: '4:5',
    quality: 'standard',
    variations: 2,
    idempotencyKey: newId('request'),
    ...changes,
  });
}

/** One picture a seed: no two of a generation are the same. */
function greyOf(seed: number): { r: number; g: number; b: number } {
  return { r: seed % 256, g: (seed >> 8) % 256, b: (seed >> 16) % 256 };
}

/** A real, marked JPEG, small, whose likeness to the set the test decides. */
export async function pictureOf(
  { generationId, seed = 0 }: Pick<EngineRequest, 'generationId'> & { seed?: number },
  likeness = 0.95,
): Promise<EnginePicture> {
  const jpeg = await sharp({ create: { width: 40, height: 50, channels: 3, background: greyOf(seed) } })
    .withXmp(provenanceXmp({ sourceType: 'algorithmicallyEnhanced', creatorTool: 'test', generationId }))
    .jpeg()
    .toBuffer();
  return {
    jpeg,
    width: 40,
    height: 50,
    embedding: embeddingOf(PERSON, Math.acos(likeness), 3),
    composition: { eyeLine: 0.4, headHeight: 0.375, roll: 0 },
    frame: [1, 0, 0, 0, 1, 0],
  };
}

/** An engine of the real port whose answers a test writes; it records what it was asked. */
export function directedEngine(
  draw: (request: EngineRequest, call: number) => Promise<EnginePicture> = (request) => pictureOf(request),
): PictureEngine & { requests: EngineRequest[] } {
  const requests: EngineRequest[] = [];
  return {
    name: 'studio',
    capabilities: {
      qualities: ['standard'],
      aspects: ['1:1', '3:4', '4:5'],
      does: 'generation.engines.studio.does',
      limits: [],
      wishLimits: [],
      wishBounds: [],
      variations: 'generation.engines.studio.variations',
      finishesSelfie: true,
      references: { few: 1, most: 1 },
    },
    requests,
    places: () => null,
    draw(request) {
      requests.push(request);
      return draw(request, requests.length);
    },
  };
}
