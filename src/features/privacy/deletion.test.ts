import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blobs, newBlobKey } from '@/adapters/blob/blob';
import { auditEvent } from '@/db/schema/audit';
import { generation, picture } from '@/db/schema/generation';
import { deletionRequest } from '@/db/schema/privacy';
import { photo, photoSet } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { stopGeneration } from '@/features/generation/stop-generation';
import { sha256Hex } from '@/lib/hash';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { makeSet, readyTeam, startFor } from '../../../tests/support/generations';
import { getDeletion, listDeletions } from './deletion-queries';
import { purgeDeletion } from './purge';
import { requestDeletion } from './request-deletion';
import { withdrawConsent } from './withdraw-consent';

let db: Db;
let team: TestTeam;

beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
});

const photosOf = (setId: string) => db.select().from(photo).where(eq(photo.photoSetId, setId));
const purge = (id: string) => purgeDeletion(systemCtx(db, team.orgId), id);

test('what a vision model said about the selfies goes with the set', async () => {
  const setId = await readyTeam(team);
  const { id } = await startFor(team.member, setId);
  await db
    .update(generation)
    .set({ subject: { hair: 'short' }, status: 'failed' })
    .where(eq(generation.id, id));
  const asked = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  await purge(asked.id);
  const [row] = await db.select().from(generation).where(eq(generation.id, id));
  expect(row?.subject).toBeNull();
});

test('a set disappears at once, its files go before its rows, and the receipt has their hashes', async () => {
  const bytes = (at: number) => new Uint8Array([at, 1, 2]);
  const setId = await makeSet(team.member, { count: 6, bytes });
  const keys = (await photosOf(setId)).map(({ workingKey }) => workingKey);
  const asked = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  expect(asked).toMatchObject({ status: 'requested', objects: [] });
  expect((await photosOf(setId)).every(({ deletedAt }) => deletedAt !== null)).toBe(true);

  expect(await purge(asked.id)).toBe('done');
  expect(await photosOf(setId)).toEqual([]);
  for (const key of keys) expect(await blobs().get(key)).toBeNull();
  const receipt = await getDeletion({ db, userId: team.member.userId }, asked.id);
  expect(receipt).toMatchObject({ status: 'done', counts: { objects: 6 } });
  expect(receipt.purgingAt).not.toBeNull();
  const hashes = receipt.objects.map(({ files }) => files[0]?.sha256);
  expect(hashes.sort()).toEqual([0, 1, 2, 3, 4, 5].map((at) => sha256Hex(bytes(at))).sort());
  const [tombstone] = await db.select().from(photoSet).where(eq(photoSet.id, setId));
  expect(tombstone?.status).toBe('deleted');
  const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, setId));
  expect(audit.map(({ action }) => action)).toEqual(['privacy.request_deletion', 'privacy.purge']);
});

test('asking and purging again change nothing', async () => {
  const setId = await makeSet(team.member);
  const first = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  await purge(first.id);
  const done = await getDeletion({ db, userId: team.member.userId }, first.id);
  const second = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  expect(second).toEqual(done);
  expect(await purge(first.id)).toBe('done');
  expect(await getDeletion({ db, userId: team.member.userId }, first.id)).toEqual(done);
});

test('a purge that died between the files and the rows goes on, and keeps the hashes', async () => {
  const setId = await makeSet(team.member, { count: 6 });
  const rows = await photosOf(setId);
  const { id } = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  const objects = rows.map((row) => ({
    kind: 'photo',
    id: row.id,
    files: [{ variant: 'working', sha256: 'noted before', bytes: 1 }],
  }));
  await db
    .update(deletionRequest)
    .set({ status: 'purging', purgingAt: new Date(), objects })
    .where(eq(deletionRequest.id, id));
  await blobs().delete(rows.slice(0, 3).map(({ workingKey }) => workingKey));
  await purge(id);
  expect(await photosOf(setId)).toEqual([]);
  const receipt = await getDeletion({ db, userId: team.member.userId }, id);
  expect(receipt.objects).toEqual(objects);
});

test('nobody deletes what is another person’s: not a colleague, not an admin, not another team', async () => {
  const setId = await makeSet(team.member);
  const [selfie] = await photosOf(setId);
  const other = await makeTeam(db);
  for (const stranger of [team.admin.ctx, team.owner.ctx, other.member.ctx]) {
    for (const target of [
      { kind: 'photo_set', targetId: setId },
      { kind: 'photo', targetId: selfie?.id ?? '' },
    ] as const) {
      await expect(requestDeletion(stranger, target)).rejects.toMatchObject({ code: 'not_found' });
    }
  }
  await expect(
    requestDeletion(systemCtx(db, other.orgId), { kind: 'photo_set', targetId: setId }),
  ).rejects.toMatchObject({ code: 'not_found' });
  const mine = await requestDeletion(team.member.ctx, { kind: 'photo_set', targetId: setId });
  await expect(getDeletion({ db, userId: team.admin.userId }, mine.id)).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await listDeletions({ db, userId: team.admin.userId })).toEqual({ deletions: [], nextCursor: null });
  expect((await listDeletions({ db, userId: team.member.userId })).deletions).toHaveLength(1);
});

test('a running generation pins its photos and its pictures', async () => {
  const setId = await readyTeam(team);
  const [selfie] = await photosOf(setId);
  const { id: generationId } = await startFor(team.member, setId);
  const [drawn] = await db.select().from(picture).where(eq(picture.generationId, generationId));
  for (const target of [
    { kind: 'photo_set', targetId: setId },
    { kind: 'photo', targetId: selfie?.id ?? '' },
    { kind: 'generation', targetId: generationId },
    { kind: 'picture', targetId: drawn?.id ?? '' },
  ] as const) {
    await expect(requestDeletion(team.member.ctx, target)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'generation_running', generationIds: [generationId] },
    });
  }
});

test('withdrawal stops what runs, and then the photos are purged', async () => {
  const setId = await readyTeam(team);
  const { id: generationId } = await startFor(team.member, setId);
  const {
    deletions: [deletion],
    stopped,
  } = await withdrawConsent(team.member.ctx, { stopGeneration });
  expect(stopped).toBe(1);
  const [row] = await db.select().from(generation).where(eq(generation.id, generationId));
  expect(row).toMatchObject({ status: 'cancelled', charged: 0 });
  expect(await purge(deletion?.id ?? '')).toBe('done');
  expect(await photosOf(setId)).toEqual([]);
});

test('a purge waits while a generation that was told to stop still reads the photos', async () => {
  const setId = await readyTeam(team);
  const { id: generationId } = await startFor(team.member, setId);
  const {
    deletions: [deletion],
  } = await withdrawConsent(team.member.ctx, { stopGeneration: async () => {} });
  expect(await purge(deletion?.id ?? '')).toBe('waiting');
  expect(await photosOf(setId)).toHaveLength(6);
  await stopGeneration(team.member.ctx, generationId);
  expect(await purge(deletion?.id ?? '')).toBe('done');
});

test('a picture goes by itself, a generation with all of its pictures and stays on the statement', async () => {
  const setId = await readyTeam(team);
  const { id: generationId } = await startFor(team.member, setId, { variations: 2 });
  await stopGeneration(team.member.ctx, generationId);
  const blobKey = newBlobKey('pictures', 'jpg');
  await blobs().put(blobKey, new Uint8Array([1, 2, 3]), 'image/jpeg');
  await db.update(picture).set({ blobKey }).where(eq(picture.generationId, generationId));
  const [one, two] = await db.select().from(picture).where(eq(picture.generationId, generationId));

  const single = await requestDeletion(team.member.ctx, { kind: 'picture', targetId: one?.id ?? '' });
  await purge(single.id);
  expect(await blobs().get(blobKey)).toBeNull();
  const left = await db.select().from(picture).where(eq(picture.generationId, generationId));
  expect(left.map(({ id }) => id)).toEqual([two?.id]);

  const whole = await requestDeletion(team.member.ctx, { kind: 'generation', targetId: generationId });
  await purge(whole.id);
  expect(await db.select().from(picture).where(eq(picture.generationId, generationId))).toEqual([]);
  const [row] = await db.select().from(generation).where(eq(generation.id, generationId));
  expect(row?.deletedAt).not.toBeNull();
  expect(row?.charged).toBe(0);
});
