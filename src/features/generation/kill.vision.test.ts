/**
 * Killing for real: the whole process group of a worker, the vision child alone, on Postgres and on the embedded database. Whatever
 * dies, a generation ends in pictures that are charged or in a full release, never both and never neither.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { connectPglite } from '@/adapters/database/pglite';
import { closeVision, vision } from '@/adapters/vision/vision';
import { creditHold, holdResolution } from '@/db/schema/credits';
import { generation, picture } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { findMyWallet } from '@/features/credits/queries';
import { testConnection } from '../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { expectLedgerClean } from '../../../tests/support/ledger';
import { preparedSelfie } from '../../../tests/support/prepared-selfies';
import { likenessWord } from './likeness';
import { reapGenerations } from './reap-generations';
import { workOffQueue } from './work-off-queue';

const photos = [1, 2, 3].map((n) => preparedSelfie(`fezbot/${n}`));
const never = new AbortController().signal;
const { db, url } = await testConnection();
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) killGroup(child);
});

afterAll(closeVision);

async function ready(on: Db): Promise<{ team: TestTeam; set: string }> {
  const team = await makeTeam(on);
  const photoAt = (at: number) => {
    const photo = photos[at];
    if (!photo) throw new Error('no such photo');
    return photo;
  };
  const set = await readyTeam(team, 10, {
    count: photos.length,
    measure: (at) => photoAt(at).measurements,
    bytes: (at) => photoAt(at).jpeg,
    embedding: (at) => photoAt(at).embedding,
  });
  return { team, set };
}

/** Starts a worker in a process group of its own and answers once it printed `line`, or when it ended. */
async function startWorker(line: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/generation-worker.ts'], {
    detached: true,
    env: { ...process.env, LOG_LEVEL: 'silent', HEADCRAFT_MODE: 'embedded', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  await new Promise<void>((resolve) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.split('\n').includes(line)) resolve();
    });
    child.once('exit', () => resolve());
  });
  return child;
}

function killGroup(child: ChildProcess): void {
  running.delete(child);
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had ended.
  }
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once('exit', resolve));
}

async function expireLeases(on: Db): Promise<void> {
  await on
    .update(generation)
    .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(generation.status, 'processing'));
}

const skipBackOff = (on: Db) => on.update(generation).set({ availableAt: new Date(0) });

async function read(on: Db, id: string) {
  const [row] = await on.select().from(generation).where(eq(generation.id, id));
  const pictures = await on
    .select()
    .from(picture)
    .where(eq(picture.generationId, id))
    .orderBy(picture.number);
  const ends = await on
    .select({ settled: holdResolution.settled, released: holdResolution.released })
    .from(holdResolution)
    .innerJoin(creditHold, eq(creditHold.id, holdResolution.holdId))
    .where(eq(creditHold.generationId, id));
  return { row, pictures, ends, statuses: pictures.map(({ status }) => status) };
}

test('kill -9 of the whole worker mid-drawing: the next one finishes, every picture charged once', async () => {
  const { team, set } = await ready(db);
  const { id } = await startFor(team.member, set, { variations: 2 });
  const worker = await startWorker('2 drawing', { DATABASE_URL: url });
  killGroup(worker);
  await endOf(worker);
  const dead = await read(db, id);
  expect(dead).toMatchObject({ row: { status: 'processing' }, statuses: ['accepted', 'drawing'], ends: [] });
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ held: 2 });
  await expireLeases(db);
  expect(await reapGenerations(db, new Date())).toMatchObject({ handedBack: 1 });
  await skipBackOff(db);
  await endOf(await startWorker('idle', { DATABASE_URL: url }));
  const done = await read(db, id);
  expect(done).toMatchObject({
    row: { status: 'completed', charged: 2 },
    statuses: ['accepted', 'accepted'],
  });
  expect(done.ends).toEqual([{ settled: 2, released: 0 }]);
  for (const { blobKey, likeness, width, height } of done.pictures) {
    expect(likenessWord(likeness)).toBe('excellent');
    const jpeg = await readBlob(blobKey ?? '');
    const metadata = await sharp(jpeg ?? undefined).metadata();
    expect(metadata).toMatchObject({ width, height, format: 'jpeg' });
    expect(metadata.xmp?.toString()).toMatch(/DigitalSourceType>[^<]*algorithmicallyEnhanced/);
  }
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 8, held: 0 });
  await expectLedgerClean(db, team.orgId);
}, 240_000);

test('the third worker killed: failed, everything released, once', async () => {
  const { team, set } = await ready(db);
  const { id } = await startFor(team.member, set, { variations: 1 });
  // Two workers died of it before; a third process shows as much as three.
  await db.update(generation).set({ attempts: 2 }).where(eq(generation.id, id));
  const worker = await startWorker('1 drawing', { DATABASE_URL: url });
  killGroup(worker);
  await endOf(worker);
  await expireLeases(db);
  await reapGenerations(db, new Date());
  const { row, statuses, ends } = await read(db, id);
  expect({ status: row?.status, charged: row?.charged, statuses }).toEqual({
    status: 'failed',
    charged: 0,
    statuses: ['failed'],
  });
  expect(ends).toEqual([{ settled: 0, released: 1 }]);
  expect(await findMyWallet(team.member.ctx)).toMatchObject({ balance: 10, held: 0 });
  await expectLedgerClean(db, team.orgId);
}, 240_000);

test('kill -9 of the vision child alone: the worker takes another selfie and goes on', async () => {
  const { team, set } = await ready(db);
  const { id } = await startFor(team.member, set, { variations: 1 });
  const work = workOffQueue(db, never);
  while ((await read(db, id)).statuses[0] !== 'drawing' || !vision().pid)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const { pid } = vision();
  if (!pid) throw new Error('no vision process');
  process.kill(pid, 'SIGKILL');
  await work;
  const { row, pictures, ends } = await read(db, id);
  expect(row).toMatchObject({ status: 'completed', charged: 1 });
  expect(pictures[0]).toMatchObject({ status: 'accepted', attempts: 2 });
  expect(ends).toEqual([{ settled: 1, released: 0 }]);
  await expectLedgerClean(db, team.orgId);
}, 240_000);

test('the same on the embedded database: kill -9, open it again, finish', async () => {
  const dataDir = process.env.HEADCRAFT_DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'headcraft-'));
  const folder = path.join(dataDir, 'database');
  const before = await connectPglite(folder);
  await before.migrate();
  const { team, set } = await ready(before.db);
  const { id } = await startFor(team.member, set, { variations: 2 });
  await before.close();
  const worker = await startWorker('2 drawing', { DATABASE_URL: '' });
  killGroup(worker);
  await endOf(worker);
  const after = await connectPglite(folder);
  expect((await read(after.db, id)).statuses[0]).toBe('accepted');
  await expireLeases(after.db);
  await reapGenerations(after.db, new Date());
  await skipBackOff(after.db);
  await workOffQueue(after.db, never);
  const { row, statuses, ends } = await read(after.db, id);
  expect({ status: row?.status, charged: row?.charged, statuses }).toEqual({
    status: 'completed',
    charged: 2,
    statuses: ['accepted', 'accepted'],
  });
  expect(ends).toEqual([{ settled: 2, released: 0 }]);
  const ctx = { ...team.member.ctx, db: after.db };
  expect(await findMyWallet(ctx)).toMatchObject({ balance: 8, held: 0 });
  await expectLedgerClean(after.db, team.orgId);
  await after.close();
}, 240_000);
