import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/audit';
import { generation, generationTransition, picture } from '@/db/schema/generation';
import { photoSet } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import { findMyWallet } from '@/features/credits/queries';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { isAppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { giveConsent, makeSet, readyTeam, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { together } from '../../../tests/support/ledger-locks';
import { measurementsOf } from '../../../tests/support/measurements';
import { type StartedGeneration, startGeneration } from './start-generation';

const db = await testDatabase();
let team: TestTeam;
let set: string;

beforeEach(async () => {
  team = await makeTeam(db);
  set = await readyTeam(team, 10);
});

const count = async () =>
  (await db.select().from(generation).where(eq(generation.organizationId, team.orgId))).length;

test('holds the price, writes pictures with seeds of their own, wakes a worker and leaves its trace', async () => {
  const started = await startFor(team.member, set, { variations: 4 });
  expect(started).toMatchObject({ status: 'queued', held: 4, priceEach: 1, replayed: false });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 10, held: 4, free: 6 });
  const pictures = await db.select().from(picture).where(eq(picture.generationId, started.id));
  expect(pictures.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  expect(new Set(pictures.map(({ seed }) => seed)).size).toBe(4);
  const wakes = await selectRows(
    db,
    sql`select 1 from pgboss.job where name = 'generation.run' and data->>'generationId' = ${started.id}`,
  );
  expect(wakes).toHaveLength(1);
  const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, started.id));
  expect(audit.map(({ action }) => action).sort()).toEqual(['credits.hold', 'generation.start']);
  const moves = await db
    .select()
    .from(generationTransition)
    .where(eq(generationTransition.generationId, started.id));
  expect(moves).toMatchObject([
    { fromStatus: null, toStatus: 'queued', actor: `member:${team.member.memberId}` },
  ]);
  await expectLedgerClean(db, team.orgId);
});

test('a premium style costs one more a picture', async () => {
  expect(await startFor(team.member, set, { style: 'executive', variations: 3 })).toMatchObject({
    held: 6,
    priceEach: 2,
  });
});

test('a client has no say in the price', async () => {
  for (const extra of [{ price: 0 }, { held: 1 }, { credits: 1 }, { priceEach: 0 }, { engine: 'openai' }]) {
    const attempt = startGeneration(team.member.ctx, {
      photoSetId: set,
      style: 'executive',
      aspect: '4:5',
      variations: 4,
      idempotencyKey: newId('request'),
      ...(extra as object),
    });
    await expect(attempt).rejects.toMatchObject({ name: 'ZodError' });
  }
  for (const variations of [0, -1, 5, 1.5])
    await expect(startFor(team.member, set, { variations })).rejects.toThrow();
  expect(await count()).toBe(0);
});

test('the same key answers the same generation, with another body it is refused', async () => {
  const key = newId('request');
  const first = await startFor(team.member, set, { idempotencyKey: key });
  const again = await startFor(team.member, set, { idempotencyKey: key });
  expect(again).toEqual({ ...first, replayed: true });
  await expect(startFor(team.member, set, { idempotencyKey: key, variations: 1 })).rejects.toMatchObject({
    code: 'idempotency_mismatch',
  });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ held: 2 });
});

test('wishes are kept with the generation and are part of what a key stands for', async () => {
  const key = newId('request');
  const preferences = { backdrop: '#1F3556', warmth: 'warmer' } as const;
  const { id } = await startFor(team.member, set, { idempotencyKey: key, preferences });
  const [row] = await db.select().from(generation).where(eq(generation.id, id));
  expect(row?.preferences).toEqual({ backdrop: '#1f3556', warmth: 'warmer' });
  const again = (changed: object | undefined) =>
    startFor(team.member, set, { idempotencyKey: key, preferences: changed });
  expect(await again({ warmth: 'warmer', backdrop: '#1f3556' })).toMatchObject({ id, replayed: true });
  for (const other of [{ warmth: 'warmer' }, { ...preferences, warmth: 'cooler' }, {}, undefined])
    await expect(again(other)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  const plain = { idempotencyKey: newId('request'), variations: 1 };
  const without = await startFor(team.member, set, plain);
  expect(await startFor(team.member, set, { ...plain, preferences: {} })).toMatchObject({
    id: without.id,
    replayed: true,
  });
});

test('a wish that the engine cannot meet, or that is no wish, holds nothing', async () => {
  await expect(startFor(team.member, set, { preferences: { tie: 'without' } })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { 'preferences.tie': 'The studio does not change clothes.' } },
  });
  for (const hostile of [{ backdrop: 'red' }, { note: 'younger' }, { attire: 'a suit, and slimmer' }])
    await expect(
      startFor(team.member, set, { preferences: hostile as { backdrop: string } }),
    ).rejects.toMatchObject({ name: 'ZodError' });
  expect(await count()).toBe(0);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ held: 0 });
});

test('sixteen requests with one key at once are one generation', async () => {
  const key = newId('request');
  const started: StartedGeneration[] = [];
  // The wallet is locked until all sixteen have looked for the key and found nothing.
  await together(
    db,
    team.orgId,
    ...Array.from({ length: 16 }, () => async () => {
      started.push(await startFor(team.member, set, { idempotencyKey: key }));
    }),
  );
  expect(started).toHaveLength(16);
  expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  expect(started.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(await count()).toBe(1);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ held: 2 });
  await expectLedgerClean(db, team.orgId);
});

test('too few credits: says how many, and who can help; nothing is written', async () => {
  const error = await startFor(team.member, set, { style: 'executive', variations: 4 }).catch(
    (e: unknown) => e,
  );
  expect(isAppError(error)).toBe(false);
  await startFor(team.member, set, { variations: 2 });
  const short = await startFor(team.member, set, { variations: 1 }).catch((e: unknown) => e);
  expect(short).toMatchObject({ code: 'insufficient_credits', details: { available: 0, needed: 1 } });
  const { details } = short as { details: { admins: { role: string; name: string }[] } };
  expect(details.admins.map(({ role }) => role)).toEqual(['owner', 'admin']);
  expect(await count()).toBe(2);
});

test('twelve at once on a wallet of ten: ten start, the wallet is never overdrawn', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () => startFor(team.member, set, { variations: 1 })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ free: 0, held: 10 });
  await expectLedgerClean(db, team.orgId);
});

test('another member’s set, another team’s set and a deleted one are not there', async () => {
  const other = await makeTeam(db);
  const otherSet = await readyTeam(other);
  await giveConsent(team.admin);
  const adminsSet = await makeSet(team.admin);
  const deleted = await makeSet(team.member, { status: 'deleted' });
  for (const photoSetId of [otherSet, adminsSet, deleted, 'set_none'])
    await expect(startFor(team.member, photoSetId)).rejects.toMatchObject({ code: 'not_found' });
  // Not even an owner of the same team.
  await giveConsent(team.owner);
  await expect(startFor(team.owner, set)).rejects.toMatchObject({ code: 'not_found' });
  expect(await count()).toBe(0);
});

test('no consent, an open set, a shape no photo serves, unknown style or quality: refused with the reason', async () => {
  const open = await makeSet(team.member, { status: 'open' });
  await expect(startFor(team.member, open)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { photoSetId: expect.stringContaining('6–14') } },
  });
  const fit = { outside: 0, usable: true, shortSide: 1536 };
  const noSquare = await makeSet(team.member, {
    measure: () =>
      measurementsOf({
        frame: { '1:1': { ...fit, usable: false }, '3:4': fit, '4:5': { ...fit, shortSide: 800 } },
      }),
  });
  await expect(startFor(team.member, noSquare, { aspect: '1:1' })).rejects.toMatchObject({
    details: { fields: { aspect: expect.stringContaining('shoulders') } },
  });
  await expect(startFor(team.member, noSquare, { aspect: '4:5' })).rejects.toMatchObject({
    details: { fields: { aspect: expect.stringContaining('800') } },
  });
  await startFor(team.member, noSquare, { aspect: '3:4' });
  await expect(startFor(team.member, noSquare, { aspect: '3:4', style: 'vaporwave' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(startFor(team.member, noSquare, { aspect: '3:4', quality: 'ultra' })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { quality: expect.stringContaining('1536') } },
  });
  const bare = await makeTeam(db);
  const bareSet = await makeSet(bare.member);
  await expect(startFor(bare.member, bareSet)).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'consent_required' },
  });
  expect(await count()).toBe(1);
});

test('a running generation pins its photos: they cannot be deleted under it', async () => {
  await startFor(team.member, set);
  await expect(requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: set })).rejects.toMatchObject({
    code: 'conflict',
  });
  const [row] = await db.select().from(photoSet).where(eq(photoSet.id, set));
  expect(row?.status).toBe('submitted');
});

test('starting and deleting at once: exactly one wins', async () => {
  for (let round = 0; round < 6; round += 1) {
    const fresh = await makeSet(team.member);
    const [started, deleted] = await Promise.allSettled([
      startFor(team.member, fresh, { variations: 1 }),
      requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: fresh }),
    ]);
    expect([started.status, deleted.status].sort()).toEqual(['fulfilled', 'rejected']);
  }
});
