import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { blobs } from '@/adapters/blob/blob';
import { authRateLimit, organization, session, verification } from '@/db/schema/auth';
import { rateLimit } from '@/db/schema/limits';
import { notice } from '@/db/schema/notifications';
import { deletionRequest } from '@/db/schema/privacy';
import { photo, photoSet } from '@/db/schema/uploads';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { DAY, HOUR, MINUTE, plus } from '@/lib/time';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { makeSet, readyTeam, startFor } from '../../../tests/support/generations';
import { keepSchedule } from './retention';

const NOW = new Date('2026-11-20T12:00:00Z');

let db: Db;
let team: TestTeam;

beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
});

async function setLastUsed(days: number): Promise<string> {
  const id = await makeSet(team.member);
  await lastUpload(id, days);
  return id;
}

function lastUpload(id: string, days: number) {
  return db
    .update(photoSet)
    .set({ lastUploadAt: plus(NOW, -days * DAY) })
    .where(eq(photoSet.id, id));
}

async function statusOf(id: string) {
  const [set] = await db.select().from(photoSet).where(eq(photoSet.id, id));
  return set?.status;
}

test('a set goes seven days after its last upload, and the member is told', async () => {
  const id = await setLastUsed(7.1);
  await keepSchedule(db, NOW);
  expect(await statusOf(id)).toBe('deleted');
  const [request] = await db.select().from(deletionRequest).where(eq(deletionRequest.targetId, id));
  expect(request).toMatchObject({
    kind: 'photo_set',
    userId: team.member.userId,
    requestedBy: 'system:privacy.retention',
  });
  const notices = await db.select().from(notice).where(eq(notice.userId, team.member.userId));
  expect(notices.map(({ type }) => type)).toEqual(['photos.deleted']);
});

test('not a day earlier, and by the days of its own team', async () => {
  const id = await setLastUsed(6.9);
  await keepSchedule(db, NOW);
  expect(await statusOf(id)).toBe('submitted');
  await db.update(organization).set({ photoRetentionDays: 2 }).where(eq(organization.id, team.orgId));
  await keepSchedule(db, NOW);
  expect(await statusOf(id)).toBe('deleted');
});

test('a set in use waits until its generation is done', async () => {
  const id = await readyTeam(team);
  await startFor(team.member, id);
  await lastUpload(id, 30);
  await keepSchedule(db, NOW);
  expect(await statusOf(id)).toBe('submitted');
});

test('what a crash left behind goes: the row of an unfinished check with its files, and a received file', async () => {
  const setId = await makeSet(team.member);
  const [row] = await db.select().from(photo).where(eq(photo.photoSetId, setId));
  const key = row?.workingKey ?? '';
  const photoId = row?.id ?? '';
  await db
    .update(photo)
    .set({ status: 'checking', createdAt: plus(NOW, -16 * MINUTE) })
    .where(eq(photo.id, photoId));
  const incoming = path.join(env().dataDir, 'incoming');
  await mkdir(incoming, { recursive: true });
  const [old, fresh] = [path.join(incoming, 'old'), path.join(incoming, 'fresh')];
  for (const file of [old, fresh]) await writeFile(file, 'bytes');
  await utimes(old, plus(NOW, -2 * HOUR), plus(NOW, -2 * HOUR));
  await utimes(fresh, NOW, NOW);

  expect(await keepSchedule(db, NOW)).toMatchObject({ unfinished: 1, incoming: 1 });
  expect(await db.select().from(photo).where(eq(photo.id, photoId))).toEqual([]);
  expect(await blobs().get(key)).toBeNull();
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
});

test('a purge whose job was lost is put back', async () => {
  const setId = await setLastUsed(8);
  await keepSchedule(db, NOW);
  const [request] = await db.select().from(deletionRequest).where(eq(deletionRequest.targetId, setId));
  const jobs = async () => {
    const query = sql`select id from pgboss.job where data->>'requestId' = ${request?.id}`;
    return (await selectRows(db, query)).length;
  };
  expect(await jobs()).toBe(1);
  await keepSchedule(db, plus(NOW, MINUTE));
  expect(await jobs()).toBe(1);
  await keepSchedule(db, plus(NOW, 3 * MINUTE));
  expect(await jobs()).toBe(2);
});

test('sessions, mailed links and counters go when their time is over', async () => {
  const times = { past: plus(NOW, -MINUTE), ahead: plus(NOW, DAY) };
  for (const [id, expiresAt] of Object.entries(times)) {
    await db.insert(session).values({ id, token: id, expiresAt, userId: team.member.userId });
    await db.insert(verification).values({ id, identifier: id, value: id, expiresAt });
    await db.insert(rateLimit).values({ key: id, points: 1, expire: expiresAt.getTime() });
    const lastRequest = plus(expiresAt, -HOUR).getTime();
    await db.insert(authRateLimit).values({ id, key: id, count: 1, lastRequest });
  }
  expect((await keepSchedule(db, NOW)).expired).toBeGreaterThanOrEqual(4);
  const left = {
    sessions: (await db.select().from(session)).map(({ id }) => id),
    links: (await db.select().from(verification)).map(({ id }) => id),
    counters: (await db.select().from(rateLimit)).map(({ key }) => key),
    vendorCounters: (await db.select().from(authRateLimit)).map(({ id }) => id),
  };
  for (const ids of Object.values(left)) {
    expect(ids).toContain('ahead');
    expect(ids).not.toContain('past');
  }
});
