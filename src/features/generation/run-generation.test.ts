import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { member } from '@/db/schema/auth';
import { creditHold, holdResolution } from '@/db/schema/credits';
import { generation, generationTransition, picture } from '@/db/schema/generation';
import { mail, notice, teamEvent } from '@/db/schema/notifications';
import { consent } from '@/db/schema/privacy';
import { findMyWallet } from '@/features/credits/queries';
import { testDatabase } from '../../../tests/support/database';
import { makeMember, makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { directedEngine, pictureOf, readyTeam, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';

import { cancelGeneration } from './cancel-generation';
import { type Claim, claimGeneration, LEASE_SECONDS } from './claim';
import { endGeneration } from './end-generation';
import { EngineError } from './engine';
import { LostClaim, renewLease } from './fence';
import { handBack } from './hand-back';
import { movePicture, reportProgress } from './picture-writes';
import { reapGenerations } from './reap-generations';
import { runGeneration } from './run-generation';

const db = await testDatabase();
const never = new AbortController().signal;
let team: TestTeam;
let set: string;

beforeEach(async () => {
  // Each test works off its own queue.
  await db.execute(
    sql`update generation set available_at = now() + interval '1 year' where status = 'queued'`,
  );
  await db.execute(
    sql`update generation set lease_until = now() + interval '1 year' where status = 'processing'`,
  );
  team = await makeTeam(db);
  set = await readyTeam(team, 10);
});

async function claimed(): Promise<Claim> {
  const claim = await claimGeneration(db, ['studio']);
  if (!claim) throw new Error('nothing to claim');
  return claim;
}

const read = async (id: string) => {
  const [row] = await db.select().from(generation).where(eq(generation.id, id));
  const pictures = await db
    .select()
    .from(picture)
    .where(eq(picture.generationId, id))
    .orderBy(picture.number);
  if (!row) throw new Error('no generation');
  return { row, pictures, statuses: pictures.map(({ status }) => status) };
};

const wallet = () => findMyWallet(team.member.ctx);

const resolutions = (id: string) =>
  db
    .select({ settled: holdResolution.settled, released: holdResolution.released })
    .from(holdResolution)
    .innerJoin(creditHold, eq(creditHold.id, holdResolution.holdId))
    .where(eq(creditHold.generationId, id));

/** The database says its lease is over. */
const expireLease = (id: string) =>
  db
    .update(generation)
    .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(generation.id, id));

test('pictures are drawn, stored, scored and charged; the person hears of it once', async () => {
  const { id } = await startFor(team.member, set, { variations: 3 });
  const engine = directedEngine();
  expect(await runGeneration(db, await claimed(), { engine, shutdown: never })).toBe('ended');
  const { row, statuses, pictures } = await read(id);
  expect(row).toMatchObject({ status: 'completed', charged: 3, progress: 100, leaseUntil: null });
  expect(statuses).toEqual(['accepted', 'accepted', 'accepted']);
  for (const { blobKey, thumbnailKey, likeness, sha256 } of pictures) {
    expect(await blobs().get(blobKey ?? '')).not.toBeNull();
    expect(await blobs().get(thumbnailKey ?? '')).not.toBeNull();
    expect(likeness).toBeGreaterThan(0.9);
    expect(sha256).toHaveLength(64);
  }
  expect(new Set(engine.requests.map(({ seed }) => seed)).size).toBe(3);
  expect(await wallet()).toMatchObject({ balance: 7, held: 0 });
  const notices = await db.select().from(notice).where(eq(notice.userId, team.member.userId));
  expect(notices).toMatchObject([
    { type: 'generation.completed', body: '3 credits charged.', href: `/teams/${team.slug}/headshots/${id}` },
  ]);
  const mails = await db.select().from(mail).where(eq(mail.recipient, team.member.email));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ subject: 'Corporate: 3 pictures ready' });
  await expectLedgerClean(db, team.orgId);
});

test('progress goes up, with the member as the only one told', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  const engine = directedEngine(async (request) => {
    request.onProgress(0.5);
    return pictureOf(request);
  });
  await runGeneration(db, await claimed(), { engine, shutdown: never });
  const events = await db
    .select()
    .from(teamEvent)
    .where(and(eq(teamEvent.organizationId, team.orgId), eq(teamEvent.type, 'generation.progress')))
    .orderBy(teamEvent.seq);
  expect(new Set(events.map(({ userId }) => userId))).toEqual(new Set([team.member.userId]));
  const progress = events.map(({ data }) => (data as { progress: number }).progress);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress[0]).toBe(0);
  expect(progress.at(-1)).toBeGreaterThan(85);
  const moves = await db
    .select()
    .from(generationTransition)
    .where(eq(generationTransition.generationId, id))
    .orderBy(generationTransition.id);
  expect(moves.filter(({ pictureId }) => !pictureId).map(({ toStatus }) => toStatus)).toEqual([
    'queued',
    'processing',
    'completed',
  ]);
});

test('a picture that is not alike is tried again with another selfie, and not charged', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  const engine = directedEngine((request, call) => pictureOf(request, call === 2 ? 0.3 : 0.95));
  await runGeneration(db, await claimed(), { engine, shutdown: never });
  expect(await read(id)).toMatchObject({ statuses: ['accepted', 'accepted'], row: { charged: 2 } });
  const second = engine.requests.slice(1).map(({ selfie }) => selfie[0]);
  expect(new Set(second).size).toBe(2);

  const again = await startFor(team.member, set, { variations: 2 });
  const stubborn = directedEngine((request, call) => pictureOf(request, call === 1 ? 0.95 : 0.39));
  await runGeneration(db, await claimed(), { engine: stubborn, shutdown: never });
  const { row, statuses, pictures } = await read(again.id);
  expect(statuses).toEqual(['accepted', 'unlike']);
  expect(pictures[1]).toMatchObject({ attempts: 3, blobKey: null });
  expect(row).toMatchObject({ status: 'completed', charged: 1 });
  expect(stubborn.requests).toHaveLength(4);
  expect(await wallet()).toMatchObject({ balance: 7, held: 0 });
  await expectLedgerClean(db, team.orgId);
});

test('weak is shown with its word and charged; just below is neither', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  await runGeneration(db, await claimed(), {
    engine: directedEngine((request) => pictureOf(request, 0.42)),
    shutdown: never,
  });
  const { pictures } = await read(id);
  expect(pictures[0]?.status).toBe('accepted');
  expect(pictures[0]?.likeness).toBeCloseTo(0.42, 1);
});

test('no face, refused, broken engine: failed, everything released, said once', async () => {
  const cases = [
    async () => ({ ...(await pictureOf({ generationId: 'x' })), embedding: null }),
    () => Promise.reject(new EngineError('refused', 'policy')),
    () => Promise.reject(new EngineError('outage', 'crashed')),
    () => Promise.reject(new EngineError('selfie', 'frame')),
  ];
  const expected = ['unlike', 'refused', 'failed', 'failed'];
  for (const [at, draw] of cases.entries()) {
    const { id } = await startFor(team.member, set, { variations: 1 });
    const engine = directedEngine(draw);
    await runGeneration(db, await claimed(), { engine, shutdown: never });
    const { row, statuses } = await read(id);
    expect(statuses).toEqual([expected[at]]);
    expect(row).toMatchObject({ status: 'failed', charged: 0 });
    expect(row.failure).toBeTruthy();
    expect(engine.requests).toHaveLength(expected[at] === 'refused' ? 1 : 3);
    expect(await resolutions(id)).toEqual([{ settled: 0, released: 1 }]);
  }
  expect(await wallet()).toMatchObject({ balance: 10, held: 0 });
  const notices = await db.select().from(notice).where(eq(notice.userId, team.member.userId));
  expect(notices).toHaveLength(4);
  expect(notices[0]?.body).toMatch(/^Not charged: 1 credit came back\./);
  await expectLedgerClean(db, team.orgId);
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
    runGeneration(db, claim, { engine: directedEngine(), shutdown: never }),
    claimGeneration(db, ['studio']),
  ]);
  expect([first, second]).toEqual(['ended', null]);
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await resolutions(id)).toHaveLength(1);
});

test('the queue is fair: one team’s many requests do not starve another’s one', async () => {
  const other = await makeTeam(db);
  const otherSet = await readyTeam(other, 10);
  for (let n = 0; n < 5; n += 1) await startFor(team.member, set, { variations: 1 });
  const late = await startFor(other.member, otherSet, { variations: 1 });
  const first = await claimed();
  await handBackDone(first);
  const second = await claimed();
  expect(second.id).toBe(late.id);
});

test('higher priority goes first, and one organization runs four at most', async () => {
  const starts = [];
  for (let n = 0; n < 6; n += 1) starts.push(await startFor(team.member, set, { variations: 1 }));
  const urgent = starts[5]?.id ?? '';
  await db.update(generation).set({ priority: 5 }).where(eq(generation.id, urgent));
  expect((await claimed()).id).toBe(urgent);
  for (let n = 0; n < 3; n += 1) await claimed();
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await claimGeneration(db, ['openai'])).toBeNull();
});

const handBackDone = (claim: Claim) =>
  endGeneration(systemCtx(db, claim.orgId), claim.id, { stopped: false, why: 'test', fence: claim.fence });

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
  expect(await runGeneration(db, stale, { engine: directedEngine(), shutdown: never })).toBe('lost');
  expect((await read(id)).statuses).toEqual(['pending', 'pending']);
  expect(await runGeneration(db, fresh, { engine: directedEngine(), shutdown: never })).toBe('ended');
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
  expect(await runGeneration(db, claim, { engine, shutdown: never })).toBe('lost');
  expect((await read(id)).pictures[0]).toMatchObject({ status: 'drawing', blobKey: null });
});

test('cancelled before a worker took it: everything back, nothing announced', async () => {
  const { id } = await startFor(team.member, set, { variations: 4 });
  expect(await cancelGeneration(team.member.ctx, { generationId: id })).toEqual({
    status: 'cancelled',
    accepted: 0,
    charged: 0,
    released: 4,
  });
  expect(await claimGeneration(db, ['studio'])).toBeNull();
  expect(await wallet()).toMatchObject({ balance: 10, held: 0 });
  expect(await db.select().from(notice).where(eq(notice.userId, team.member.userId))).toEqual([]);
  await expect(cancelGeneration(team.member.ctx, { generationId: id })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test.each([1, 2, 3])(
  'cancelled while picture %i of 3 is drawn: keeps and charges what is done',
  async (at) => {
    const { id } = await startFor(team.member, set, { variations: 3 });
    const engine = directedEngine(async (request, call) => {
      if (call === at) await cancelGeneration(team.member.ctx, { generationId: id });
      return pictureOf(request);
    });
    expect(await runGeneration(db, await claimed(), { engine, shutdown: never })).toBe('lost');
    const done = at - 1;
    const { row, statuses } = await read(id);
    expect(row).toMatchObject({ status: done > 0 ? 'completed' : 'cancelled', charged: done });
    expect(statuses).toEqual([1, 2, 3].map((number) => (number <= done ? 'accepted' : 'cancelled')));
    expect(engine.requests).toHaveLength(at);
    expect(await wallet()).toMatchObject({ balance: 10 - done, held: 0 });
    expect(await resolutions(id)).toEqual([{ settled: done, released: 3 - done }]);
    await expectLedgerClean(db, team.orgId);
  },
);

test('cancel and the end race: one of them ends it, once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await startFor(team.member, set, { variations: 1 });
    const claim = await claimed();
    await Promise.allSettled([
      runGeneration(db, claim, { engine: directedEngine(), shutdown: never }),
      cancelGeneration(team.member.ctx, { generationId: id }),
    ]);
    const { row, statuses } = await read(id);
    expect(await resolutions(id)).toHaveLength(1);
    expect(row.charged).toBe(statuses[0] === 'accepted' ? 1 : 0);
  }
  await expectLedgerClean(db, team.orgId);
});

test('only the member cancels: not an admin, not a colleague, not another team', async () => {
  const { id } = await startFor(team.member, set);
  const other = await makeTeam(db);
  const colleague = await makeMember(db, team.orgId, 'member');
  for (const { ctx } of [team.owner, team.admin, colleague, other.member])
    await expect(cancelGeneration(ctx, { generationId: id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await read(id)).row.status).toBe('queued');
});

test('a removed member’s and a withdrawn person’s generation stops by itself and is released', async () => {
  const queued = await startFor(team.member, set, { variations: 2 });
  await db.update(consent).set({ withdrawnAt: new Date() }).where(eq(consent.userId, team.member.userId));
  expect(await reapGenerations(db, new Date())).toMatchObject({ stopped: 1 });
  expect((await read(queued.id)).row).toMatchObject({ status: 'cancelled', charged: 0 });

  await db.update(consent).set({ withdrawnAt: null }).where(eq(consent.userId, team.member.userId));
  const running = await startFor(team.member, set, { variations: 2 });
  const engine = directedEngine(async (request) => {
    await db.delete(member).where(eq(member.id, team.member.memberId));
    await new Promise((resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(new EngineError('stopped', 'aborted')));
      setTimeout(resolve, 5_000);
    });
    return pictureOf(request);
  });
  const outcome = await runGeneration(db, await claimed(), { engine, shutdown: never, renewEveryMs: 30 });
  expect(outcome).toBe('stopped');
  expect((await read(running.id)).row).toMatchObject({ status: 'cancelled', charged: 0 });
  expect(await resolutions(running.id)).toEqual([{ settled: 0, released: 2 }]);
  await expectLedgerClean(db, team.orgId);
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
  expect(await runGeneration(db, await claimed(), { engine: dying, shutdown: never })).toBe('lost');
  expect((await read(id)).statuses).toEqual(['accepted', 'drawing']);
  const engine = directedEngine();
  await runGeneration(db, await claimed(), { engine, shutdown: never });
  expect(engine.requests).toHaveLength(1);
  expect(await resolutions(id)).toEqual([{ settled: 2, released: 0 }]);
});

test('a lease is renewed while the work goes on, so the reaper leaves it alone', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const engine = directedEngine(async (request) => {
    await expireLease(id);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await reapGenerations(db, new Date())).toMatchObject({ handedBack: 0 });
    return pictureOf(request);
  });
  expect(await runGeneration(db, await claimed(), { engine, shutdown: never, renewEveryMs: 20 })).toBe(
    'ended',
  );
  expect(LEASE_SECONDS).toBeGreaterThanOrEqual(30);
});

test('a broken store or database hands the generation back; a shutdown does so without counting', async () => {
  const { id } = await startFor(team.member, set, { variations: 1 });
  const broken = directedEngine(() => Promise.reject(new Error('disk full')));
  expect(await runGeneration(db, await claimed(), { engine: broken, shutdown: never })).toBe('queued');
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
  expect(await runGeneration(db, claim, { engine: stopping, shutdown: shutdown.signal })).toBe('queued');
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

test('a set whose measurements can no longer be read makes nothing and costs nothing', async () => {
  await db.execute(sql`update photo set embedding = null where photo_set_id = ${set}`);
  const { id } = await startFor(team.member, set, { variations: 1 });
  await runGeneration(db, await claimed(), { engine: directedEngine(), shutdown: never });
  expect((await read(id)).row).toMatchObject({ status: 'failed', charged: 0 });
});
