import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { generation, picture } from '@/db/schema/generation';
import { systemCtx, type TestTeam } from '../../../tests/support/factories';
import { generationBench } from '../../../tests/support/generation-bench';
import { directedEngine, pictureOf, startFor } from '../../../tests/support/generations';
import { cancelGeneration } from './cancel-generation';
import { claimGeneration, LEASE_SECONDS } from './claim';
import { endGeneration } from './end-generation';
import { EngineError } from './engine';
import { LostClaim, renewLease } from './fence';
import { handBack } from './hand-back';
import { movePicture, reportProgress } from './picture-writes';
import { reapGenerations } from './reap-generations';
import { runGeneration } from './run-generation';

const bench = await generationBench();
const { db, never, claimed, read, wallet, resolutions, expireLease } = bench;
let team: TestTeam;
let set: string;
beforeEach(() => {
  ({ team, set } = bench);
});

test('one claim, one owner: two workers never get the same generation', async () => {
  const ids = new Set<string>();
  for (let n = 0; n < 4; n += 1) ids.add((await startFor(team.member, set, { variations: 1 })).id);
  const claims = await Promise.all(Array.from({ length: 12 }, () => claimGeneration(db, ['studio'])));
  const taken = claims.filter((claim) => claim !== null).map(({ id }) => id);
  expect(new Set(taken)).toEqual(ids);
  expect(taken).toHaveLength(4);
});

test('a second wake of the same generation changes nothing', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const claim = await claimed();
  const [first, second] = await Promise.all([
    runGeneration(db, claim, { chain: [directedEngine()], shutdown: never }),
    claimGeneration(db, ['studio']),
  ]);
  expect([first, second]).toEqual(['ended', null]);
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await resolutions(id)).toHaveLength(1);
});

test('higher priority goes first, and one organization runs four at most', async () => {
  const starts = [];
  for (let n = 0; n < 6; n += 1) starts.push(await startFor(team.member, set, { variations: 1 }));
  const urgent = starts[5]?.id ?? '';
  await db.update(generation).set({ priority: 50 }).where(eq(generation.id, urgent));
  expect((await claimed()).id).toBe(urgent);
  for (let n = 0; n < 3; n += 1) await claimed();
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await claimGeneration(db, ['openai'])).toBeNull();
});

test('a worker that was thought dead writes nothing: not a picture, not progress, not an end', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  const stale = await claimed();
  await expireLease(id);
  expect(await reapGenerations(db, new Date(0))).toMatchObject({ handedBack: 1 });
  const fresh = await claimed();
  expect(fresh.id).toBe(id);
  expect(fresh.fence).toBeGreaterThan(stale.fence);
  const [first] = (await read(id)).pictures;
  if (!first) throw new Error('no picture');
  const standing = { stage: 'drawing', part: 0 } as const;
  await expect(movePicture(db, stale, first, 'drawing', { standing })).rejects.toThrow(LostClaim);
  await expect(reportProgress(db, stale, standing)).rejects.toThrow(LostClaim);
  await expect(renewLease(db, stale)).rejects.toThrow(LostClaim);
  const ctx = systemCtx(db, team.orgId);
  expect(await endGeneration(ctx, id, { stopped: false, why: 'stale', fence: stale.fence })).toBeNull();
  expect(await handBack(ctx, id, { fence: stale.fence, why: 'stale', counts: true })).toBe('lost');
  expect(await runGeneration(db, stale, { chain: [directedEngine()], shutdown: never })).toBe('lost');
  expect((await read(id)).statuses).toEqual(['pending', 'pending']);
  expect(await runGeneration(db, fresh, { chain: [directedEngine()], shutdown: never })).toBe('ended');
  expect(await resolutions(id)).toEqual([{ settled: 2, released: 0 }]);
});

test('a stale worker that comes back with a drawn picture leaves no file behind', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const claim = await claimed();
  const engine = directedEngine(async (request) => {
    await expireLease(id);
    await reapGenerations(db, new Date(0));
    return pictureOf(request);
  });
  expect(await runGeneration(db, claim, { chain: [engine], shutdown: never })).toBe('lost');
  expect((await read(id)).pictures[0]).toMatchObject({ status: 'drawing', blobKey: null });
});

test('a dead worker’s generation goes back to the queue with back-off, and fails after three', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  for (const waits of [5, 20]) {
    await claimed();
    await expireLease(id);
    const now = new Date();
    expect(await reapGenerations(db, now)).toMatchObject({ handedBack: 1 });
    const { row } = await read(id);
    expect(row.status).toBe('queued');
    expect(row.availableAt.getTime() - now.getTime()).toBe(waits * 1000);
    expect(await claimGeneration(db, ['studio'])).toBeNull();
    await db
      .update(generation)
      .set({ availableAt: new Date(0) })
      .where(eq(generation.id, id));
  }
  await claimed();
  await expireLease(id);
  await reapGenerations(db, new Date());
  expect((await read(id)).row).toMatchObject({ status: 'failed', charged: 0 });
  expect(await wallet()).toMatchObject({ balance: 10, held: 0 });
  expect(await resolutions(id)).toEqual([{ settled: 0, released: 2 }]);
});

test('a dead worker’s accepted pictures count: the next worker makes only the others', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  const dying = directedEngine(async (request, call) => {
    if (call === 1) return pictureOf(request);
    await expireLease(id);
    await reapGenerations(db, new Date(0));
    throw new EngineError('stopped', 'killed');
  });
  expect(await runGeneration(db, await claimed(), { chain: [dying], shutdown: never })).toBe('lost');
  expect((await read(id)).statuses).toEqual(['accepted', 'drawing']);
  const engine = directedEngine();
  await runGeneration(db, await claimed(), { chain: [engine], shutdown: never });
  expect(engine.requests).toHaveLength(1);
  expect(await resolutions(id)).toEqual([{ settled: 2, released: 0 }]);
});

test('a lease is renewed while the work goes on, so the reaper leaves it alone', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const engine = directedEngine(async (request) => {
    await expireLease(id);
    await vi.waitUntil(async () => Number((await read(id)).row.leaseUntil) > Date.now(), 20_000);
    expect(await reapGenerations(db, new Date())).toMatchObject({ handedBack: 0 });
    return pictureOf(request);
  });
  expect(
    await runGeneration(db, await claimed(), { chain: [engine], shutdown: never, renewEveryMs: 20 }),
  ).toBe('ended');
  expect(LEASE_SECONDS).toBeGreaterThanOrEqual(30);
});

test('a broken store or database hands the generation back; a shutdown does so without counting', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const broken = directedEngine(() => Promise.reject(new Error('disk full')));
  expect(await runGeneration(db, await claimed(), { chain: [broken], shutdown: never })).toBe('queued');
  expect((await read(id)).row).toMatchObject({ status: 'queued', attempts: 1 });
  await db
    .update(generation)
    .set({ availableAt: new Date(0) })
    .where(eq(generation.id, id));
  const shutdown = new AbortController();
  const stopping = directedEngine(() => {
    shutdown.abort();
    return Promise.reject(new EngineError('stopped', 'closed'));
  });
  const claim = await claimed();
  expect(claim.attempts).toBe(2);
  expect(await runGeneration(db, claim, { chain: [stopping], shutdown: shutdown.signal })).toBe('queued');
  expect((await read(id)).row).toMatchObject({ status: 'queued', attempts: 1 });
  expect((await read(id)).pictures[0]).toMatchObject({ attempts: 1 });
});

test('files of a picture given up while it was stored are removed', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  await cancelGeneration(team.member.ctx, { generationId: id });
  const keys = { blobKey: 'pictures/aa.jpg', thumbnailKey: 'pictures/ab.webp' };
  for (const key of Object.values(keys)) await blobs().put(key, new Uint8Array([1]), 'image/jpeg');
  await db.update(picture).set(keys).where(eq(picture.generationId, id));
  expect(await reapGenerations(db, new Date())).toMatchObject({ files: 0 });
  expect(await reapGenerations(db, new Date(Date.now() + 600_000))).toMatchObject({ files: 1 });
  expect(await blobs().get(keys.blobKey)).toBeNull();
  expect((await read(id)).pictures[0]).toMatchObject({ blobKey: null, thumbnailKey: null });
});

test('a lost wake is made up for', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  await db
    .update(generation)
    .set({ availableAt: sql`clock_timestamp() - interval '1 minute'` })
    .where(eq(generation.id, id));
  expect(await reapGenerations(db, new Date())).toMatchObject({ woken: 1 });
});
