/** Pictures that members bring along to stand before: real and hostile files, whose they are, and what becomes of them. */
import { readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readBlob } from '@/adapters/blob/blob';
import { closeVision } from '@/adapters/vision/vision';
import { POST as upload } from '@/app/api/teams/[teamId]/backdrops/route';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { backdrop } from '@/db/schema/headshots';
import { deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { purgeDeletion } from '@/features/privacy/purge';
import { keepSchedule } from '@/features/privacy/retention';
import { DAY, HOUR, plus } from '@/lib/time';
import {
  animatedPng,
  animatedWebp,
  gradient,
  HTML_TAIL,
  pngBomb,
  refusedTypes,
} from '../../../../tests/fixtures/hostile';
import { testDatabase } from '../../../../tests/support/database';
import { makeMember, makeTeam, systemCtx, type TestTeam } from '../../../../tests/support/factories';
import { pointAtTestDatabase, signIn } from '../../../../tests/support/signed-in';
import { addBackdrop } from './add-backdrop';
import { findBackdropKey, getSwatchKey, listBackdrops } from './backdrop-queries';
import { MAX_BACKDROP_BYTES, MAX_BACKDROPS } from './backdrop-types';
import { deleteBackdrop } from './delete-backdrop';

let db: Db;
let team: TestTeam;

beforeAll(pointAtTestDatabase);
afterAll(closeVision);
beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
});

const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();
const add = (bytes: Uint8Array, who = team.member) => addBackdrop(who.ctx, { stream: streamOf(bytes) });
/** Another file for each `at`. */
const wall = (at = 0) =>
  gradient(900 + at, 700)
    .jpeg()
    .toBuffer();
const rows = () => db.select().from(backdrop).where(eq(backdrop.organizationId, team.orgId));
const filesOf = async () =>
  Promise.all((await rows()).flatMap(({ blobKey, swatchKey }) => [readBlob(blobKey), readBlob(swatchKey)]));

test('is decoded and made anew without anything but its pixels, upright, and audited', async () => {
  const photo = await gradient(4000, 3000)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitude: '48/1 8/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .jpeg()
    .toBuffer();
  expect(await sharp(photo).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() });
  const { backdrop: added, created } = await add(Buffer.concat([photo, Buffer.from(HTML_TAIL)]));
  expect(created).toBe(true);
  const [file, swatch] = await filesOf();
  const { width, height, exif, xmp, icc, format } = await sharp(file ?? Buffer.alloc(0)).metadata();
  expect([width, height, format]).toEqual([2304, 3072, 'jpeg']);
  expect([exif, xmp, icc, file?.includes('<html>')]).toEqual([undefined, undefined, undefined, false]);
  expect(await sharp(swatch ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: 160, height: 160 });
  expect(await listBackdrops(team.member.ctx)).toEqual([added]);
  const [audited] = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, added.id));
  expect(audited).toMatchObject({ action: 'headshots.add_backdrop', organizationId: team.orgId });
});

test('what is no still picture, too much or too little of one is refused with its reason and leaves nothing', async () => {
  const whole = await wall();
  const refused: [string, Uint8Array, string][] = [
    ...Object.entries(await refusedTypes()).map(
      ([name, bytes]) => [name, bytes, 'unsupported_type'] as [string, Uint8Array, string],
    ),
    ['an animated PNG', await animatedPng(), 'unsupported_type'],
    ['an animated WebP', await animatedWebp(), 'unsupported_type'],
    ['nothing', new Uint8Array(), 'unsupported_type'],
    ['256 megapixels in 32 kB', pngBomb(), 'too_large'],
    ['a file of 8 MB and a byte', new Uint8Array(MAX_BACKDROP_BYTES + 1), 'too_large'],
    ['half a JPEG', whole.subarray(0, whole.length / 2), 'invalid'],
    ['a thumbnail', await gradient(320, 200).png().toBuffer(), 'invalid'],
    ['a strip', await gradient(6000, 700).webp().toBuffer(), 'invalid'],
  ];
  for (const [name, bytes, code] of refused)
    await expect(add(bytes), name).rejects.toMatchObject({ name: 'AppError', code });
  expect(await rows()).toEqual([]);
});

test('the route takes the raw body; the same file twice is one, also at once; six are six', async () => {
  const { cookie } = await signIn(team.member.userId);
  const bytes = new Uint8Array(readFileSync('tests/fixtures/photos/portrait.heic'));
  const post = async () => {
    const request = new Request('http://localhost:3000/api/x', {
      method: 'POST',
      headers: { cookie },
      body: bytes,
    });
    return (await upload(request, { params: Promise.resolve({ teamId: team.slug }) })).status;
  };
  expect(await post()).toBe(201);
  expect(await post()).toBe(200);
  const other = await wall();
  const [one, two] = await Promise.all([add(other), add(other)]);
  expect(one?.backdrop.id).toBe(two?.backdrop.id);
  expect(await rows()).toHaveLength(2);
  const more = await Promise.all(Array.from({ length: MAX_BACKDROPS }, (_, at) => wall(at + 1)));
  const ends = await Promise.allSettled(more.map((each) => add(each)));
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_BACKDROPS - 2);
  expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict', details: { reason: 'too_many_backdrops' } },
  });
  expect(await rows()).toHaveLength(MAX_BACKDROPS);
});

test('is its member’s alone: no colleague, no admin, no other team, no job', async () => {
  const { id } = (await add(await wall())).backdrop;
  const colleague = await makeMember(db, team.orgId, 'member');
  const other = await makeTeam(db);
  for (const { ctx, userId } of [colleague, team.admin, team.owner, other.member]) {
    expect(await listBackdrops(ctx)).toEqual([]);
    expect(await findBackdropKey(ctx, id)).toBeNull();
    await expect(getSwatchKey({ db, userId }, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteBackdrop(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  const job = systemCtx(db, team.orgId);
  await expect(addBackdrop(job, { stream: streamOf(await wall()) })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(deleteBackdrop(job, id)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await getSwatchKey({ db, userId: team.member.userId }, id)).toContain('backdrops/');
});

test('removed it is gone at once, then its files with a receipt; the place is free', async () => {
  const bytes = await wall();
  const { id } = (await add(bytes)).backdrop;
  const keys = (await rows()).flatMap(({ blobKey, swatchKey }) => [blobKey, swatchKey]);
  const asked = await deleteBackdrop(team.member.ctx, id);
  expect(await listBackdrops(team.member.ctx)).toEqual([]);
  expect(await findBackdropKey(team.member.ctx, id)).toBeNull();
  expect((await add(bytes)).created).toBe(true);
  expect(await purgeDeletion(systemCtx(db, team.orgId), asked.id)).toBe('done');
  expect(await Promise.all(keys.map(readBlob))).toEqual([null, null]);
  expect((await rows()).map((row) => row.id)).not.toContain(id);
  const [receipt] = await db.select().from(deletionRequest).where(eq(deletionRequest.id, asked.id));
  expect(receipt?.objects).toMatchObject([
    { kind: 'backdrop', id, files: [{ variant: 'backdrop' }, { variant: 'swatch' }] },
  ]);
});

test('those of somebody who left go, and those whose upload never ended; others stay', async () => {
  const leaver = await makeMember(db, team.orgId, 'member');
  const gone = (await add(await wall(), leaver)).backdrop.id;
  const kept = (await add(await wall())).backdrop.id;
  const died = (await add(await wall(1))).backdrop.id;
  await db.update(backdrop).set({ readyAt: null }).where(eq(backdrop.id, died));
  await db.delete(member).where(eq(member.id, leaver.memberId));
  expect(await keepSchedule(db, plus(new Date(), HOUR))).toMatchObject({ backdrops: 2 });
  expect((await listBackdrops(team.member.ctx)).map(({ id }) => id)).toEqual([kept]);
  const [request] = await db
    .select()
    .from(deletionRequest)
    .where(and(eq(deletionRequest.targetId, gone), eq(deletionRequest.kind, 'backdrop')));
  expect(request).toMatchObject({ userId: leaver.userId, requestedBy: 'system:privacy.retention' });
  expect(await keepSchedule(db, plus(new Date(), 30 * DAY))).toMatchObject({ backdrops: 0 });
});
