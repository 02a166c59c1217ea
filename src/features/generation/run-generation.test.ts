import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { generationTransition } from '@/db/schema/generation';
import { mail, notice, teamEvent } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import type { TestTeam } from '../../../tests/support/factories';
import { generationBench } from '../../../tests/support/generation-bench';
import { directedEngine, pictureOf, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { makeDevice } from '../../../tests/support/push-service';
import { EngineError } from './engine';
import { getGeneration } from './queries';
import { runGeneration } from './run-generation';

const bench = await generationBench();
const { db, never, claimed, read, wallet, resolutions } = bench;
let team: TestTeam;
let set: string;
beforeEach(() => {
  ({ team, set } = bench);
});

test('pictures are drawn, stored, scored and charged; the person hears of it once', async () => {
  const device = await makeDevice(db, team.member.userId);
  const { id } = await startFor(team.member, set, { variations: 3 });
  const engine = directedEngine();
  expect(await runGeneration(db, await claimed(), { chain: [engine], shutdown: never })).toBe('ended');
  const { row, statuses, pictures } = await read(id);
  expect(row).toMatchObject({ status: 'completed', charged: 3, progress: 100, leaseUntil: null });
  expect(statuses).toEqual(['accepted', 'accepted', 'accepted']);
  for (const { blobKey, thumbnailKey, likeness, likenessDetail, sha256 } of pictures) {
    expect(await blobs().get(blobKey ?? '')).not.toBeNull();
    expect(await blobs().get(thumbnailKey ?? '')).not.toBeNull();
    expect(likeness).toBeGreaterThan(0.9);
    expect(likenessDetail).toMatchObject({ selfies: 6, nearCopy: false });
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
  const pushed = await selectRows(db, sql`select data from pgboss.job where name = 'push.deliver'`);
  expect(pushed).toEqual([{ data: { subscriptionId: device, href: `/teams/${team.slug}/headshots/${id}` } }]);
  await expectLedgerClean(db, team.orgId);
});

test('progress goes up, with the member as the only one told', async () => {
  const { id } = await startFor(team.member, set, { variations: 2 });
  const engine = directedEngine(async (request) => {
    request.onProgress(0.5);
    return pictureOf(request);
  });
  await runGeneration(db, await claimed(), { chain: [engine], shutdown: never });
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
  await runGeneration(db, await claimed(), { chain: [engine], shutdown: never });
  expect(await read(id)).toMatchObject({ statuses: ['accepted', 'accepted'], row: { charged: 2 } });
  const second = engine.requests.slice(1).map(({ references }) => references[0]?.jpeg[0]);
  expect(new Set(second).size).toBe(2);

  const again = await startFor(team.member, set, { variations: 2 });
  const stubborn = directedEngine((request, call) => pictureOf(request, call === 1 ? 0.95 : 0.39));
  await runGeneration(db, await claimed(), { chain: [stubborn], shutdown: never });
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
    chain: [directedEngine((request) => pictureOf(request, 0.42))],
    shutdown: never,
  });
  const { pictures } = await read(id);
  expect(pictures[0]?.status).toBe('accepted');
  expect(pictures[0]?.likeness).toBeCloseTo(0.42, 1);
});

test('a picture that got less of the wished framing says so, the others say nothing', async () => {
  const { id } = await startFor(team.member, set, { variations: 2, preferences: { framing: 'wider' } });
  const engine = directedEngine(async (request, call) => ({
    ...(await pictureOf(request)),
    shortOf: call === 1 ? 'wider' : null,
  }));
  await runGeneration(db, await claimed(), { chain: [engine], shutdown: never });
  const { pictures } = await getGeneration(team.member.ctx, id);
  expect(pictures.map(({ shortOf }) => shortOf)).toEqual(['wider', null]);
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
    await runGeneration(db, await claimed(), { chain: [engine], shutdown: never });
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

test('a set whose measurements can no longer be read makes nothing and costs nothing', async () => {
  await db.execute(sql`update photo set embedding = null where photo_set_id = ${set}`);
  const { id } = await startFor(team.member, set, { variations: 1 });
  await runGeneration(db, await claimed(), { chain: [directedEngine()], shutdown: never });
  expect((await read(id)).row).toMatchObject({ status: 'failed', charged: 0 });
});
