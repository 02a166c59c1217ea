/** Photos that go past us: real permissions of both stores, real files through the real checks, and everything a client could try. */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BlobStore } from '@/adapters/blob/blob';
import { s3Blobs } from '@/adapters/blob/s3';
import { vercelBlobs } from '@/adapters/blob/vercel';
import { closeVision } from '@/adapters/vision/vision';
import { auditEvent } from '@/db/schema/audit';
import { directUpload, photo, uploadHandover } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { purgeDeletion } from '@/features/privacy/purge';
import { keepSchedule } from '@/features/privacy/retention';
import { HOUR, MINUTE, plus } from '@/lib/time';
import { svgWithScript } from '../../../../tests/fixtures/hostile';
import { testDatabase } from '../../../../tests/support/database';
import { makeMember, makeTeam, type TestTeam } from '../../../../tests/support/factories';
import { giveConsent, makeSet } from '../../../../tests/support/generations';
import { type S3StandIn, startS3 } from '../../../../tests/support/s3';
import { startVercelBlob, type VercelBlob } from '../../../../tests/support/vercel-blob';
import { deletePhoto } from '../delete-photo';
import { deletePhotoSet } from '../delete-photo-set';
import { grantPhoneUpload, takePhoneUpload } from '../handover/phone-photos';
import { startHandover } from '../handover/start-handover';
import type { UploadWay } from '../photo-types';
import { getCurrentSet } from '../queries';
import { grantUpload } from './grant-upload';
import { takeUpload } from './take-upload';

type Direct = Extract<UploadWay, { way: 'direct' }>;

const holder = globalThis as { headcraftBlobs?: BlobStore | undefined };
let vercel: VercelBlob;
let s3: S3StandIn;
let stores: Record<'s3' | 'vercel', BlobStore>;
let objects: Map<string, unknown>;
let db: Db;
let team: TestTeam;
let grey: Buffer;

beforeAll(async () => {
  [vercel, s3] = await Promise.all([startVercelBlob(), startS3()]);
  process.env.VERCEL_BLOB_API_URL = vercel.url;
  const { bucket, url: endpoint, accessKeyId, secretAccessKey } = s3;
  stores = {
    s3: s3Blobs({ bucket, endpoint, accessKeyId, secretAccessKey, region: 'auto' }),
    vercel: vercelBlobs({ token: vercel.token, apiUrl: vercel.url }),
  };
  const background = { r: 120, g: 120, b: 120 };
  grey = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
});

afterAll(async () => {
  delete process.env.VERCEL_BLOB_API_URL;
  holder.headcraftBlobs = undefined;
  await Promise.all([closeVision(), vercel.close(), s3.close()]);
});

beforeEach(async () => {
  use('s3');
  db = await testDatabase();
  team = await makeTeam(db);
  await giveConsent(team.member);
});

function use(kind: 's3' | 'vercel'): void {
  holder.headcraftBlobs = stores[kind];
  objects = kind === 's3' ? s3.objects : vercel.objects;
  objects.clear();
}

const ctx = () => team.member.ctx;
const ask = (size = grey.length, clientKey = 'my-key', contentType = 'image/png') =>
  grantUpload(ctx(), { clientKey, name: 'me.png', size, contentType });
const tell = ({ uploadId }: { uploadId: string }) => takeUpload(ctx(), { uploadId });

async function permit(size?: number, clientKey?: string, contentType?: string): Promise<Direct> {
  const way = await ask(size, clientKey, contentType);
  if (way.way !== 'direct') throw new Error(`Sent ${way.way}.`);
  return way;
}

async function send({ url, headers }: Direct, bytes: Buffer = grey): Promise<boolean> {
  return (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })).ok;
}

const incoming = () => [...objects.keys()].filter((key) => key.startsWith('incoming/'));
const rows = () => db.select().from(directUpload).where(eq(directUpload.organizationId, team.orgId));

describe.each(['s3', 'vercel'] as const)('past us to %s', (kind) => {
  beforeEach(() => use(kind));

  test('asked, sent, told: judged like any photo, audited, and what was sent is gone', async () => {
    const way = await permit();
    expect(await send(way)).toBe(true);
    expect(incoming()).toHaveLength(1);
    const { photo: view, created } = await tell(way);
    expect({ created, ...view }).toMatchObject({ created: true, status: 'rejected', clientKey: 'my-key' });
    expect(incoming()).toEqual([]);
    const [row] = await db.select().from(photo).where(eq(photo.id, view.id));
    expect(row?.sha256).toBe(createHash('sha256').update(grey).digest('hex'));
    const audit = await db.select().from(auditEvent).where(eq(auditEvent.organizationId, team.orgId));
    expect(audit.map(({ action }) => action)).toContain('uploads.add_photo');

    expect(await tell(way)).toMatchObject({ created: false, photo: { id: view.id } });
    expect(await ask()).toMatchObject({ way: 'done', photo: { id: view.id } });
    expect((await getCurrentSet(ctx())).photos).toHaveLength(1);
  });

  test('what is sent after it was read changes nothing and goes within the hour', async () => {
    const way = await permit();
    await send(way);
    await tell(way);
    const other = Buffer.from(grey);
    other[other.length - 20] = (other[other.length - 20] ?? 0) ^ 1;
    expect(await send(way, other)).toBe(true);
    expect(await tell(way)).toMatchObject({ created: false });
    expect((await getCurrentSet(ctx())).photos).toHaveLength(1);
    await keepSchedule(db, plus(new Date(), HOUR + MINUTE));
    expect([incoming(), await rows()]).toEqual([[], []]);
  });
});

describe('what a client could try', () => {
  test('a type that is a lie: the content decides, and the file is gone', async () => {
    const way = await permit(svgWithScript.length, 'a-lie', 'image/jpeg');
    expect(await send(way, svgWithScript)).toBe(true);
    await expect(tell(way)).rejects.toMatchObject({ code: 'unsupported_type' });
    expect(incoming()).toEqual([]);
    await expect(tell(way)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'not_arrived' } });
  });

  test('a size that is a lie is refused by the store, and by us where a store allows less', async () => {
    expect(await send(await permit(), Buffer.concat([grey, grey]))).toBe(false);
    use('vercel');
    const way = await permit(grey.length + 1);
    expect(await send(way)).toBe(true);
    await expect(tell(way)).rejects.toMatchObject({ code: 'invalid' });
    expect(incoming()).toEqual([]);
  });

  test('too large, another type, no size: nothing is permitted', async () => {
    await expect(ask(25 * 1024 ** 2 + 1)).rejects.toMatchObject({ code: 'too_large' });
    await expect(ask(9, 'key', 'image/svg+xml')).rejects.toMatchObject({ code: 'unsupported_type' });
    await expect(ask(0)).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  test('without consent nothing is permitted, and on disk photos come to us', async () => {
    const file = { clientKey: 'key', name: 'me.png', size: 9, contentType: 'image/png' };
    const refusal = { code: 'forbidden', details: { reason: 'consent_required' } };
    await expect(grantUpload(team.admin.ctx, file)).rejects.toMatchObject(refusal);
    holder.headcraftBlobs = undefined;
    expect(await ask()).toEqual({ way: 'here' });
    expect(await rows()).toEqual([]);
  });

  test('told before anything arrived, or never permitted', async () => {
    await expect(tell(await permit())).rejects.toMatchObject({ code: 'conflict' });
    await expect(tell({ uploadId: 'upl_nothing' })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('another member’s upload and another team’s are not found, and stay theirs', async () => {
    const way = await permit();
    await send(way);
    const colleague = await makeMember(db, team.orgId, 'member');
    const strangers = await makeTeam(db);
    for (const person of [team.admin, colleague, strangers.member]) {
      await giveConsent(person);
      await makeSet(person, { count: 1, status: 'open' });
      const attempt = takeUpload(person.ctx, { uploadId: way.uploadId });
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await tell(way)).toMatchObject({ created: true });
  });

  test('told twice at once: one photo', async () => {
    const way = await permit();
    await send(way);
    const told = await Promise.allSettled([tell(way), tell(way)]);
    expect(told.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await getCurrentSet(ctx())).photos).toHaveLength(1);
    expect(incoming()).toEqual([]);
  });

  test('removed while it is checked: it is gone, row, files and all, and the set goes on', async () => {
    const way = await permit();
    await send(way);
    let deletionId = '';
    const put: BlobStore['put'] = async (...file) => {
      // Checked, and about to be kept.
      const [checking] = (await getCurrentSet(ctx())).photos;
      if (checking) deletionId = (await deletePhoto(ctx(), checking.id)).id;
      return stores.s3.put(...file);
    };
    holder.headcraftBlobs = { ...stores.s3, put };
    await expect(tell(way)).rejects.toMatchObject({ code: 'not_found' });
    await purgeDeletion(ctx(), deletionId);
    expect(await db.select().from(photo).where(eq(photo.organizationId, team.orgId))).toEqual([]);
    expect([...objects.keys()]).toEqual([]);
    expect(await getCurrentSet(ctx())).toMatchObject({ photos: [], checking: 0 });
  });

  test('a hundred permissions at once are thirty; one asked for again is the same', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 100 }, (_, at) => ask(9, `key-${at}`)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
    const [first] = await rows();
    const again = await permit(10, first?.clientKey);
    expect(again.uploadId).toBe(first?.id);
    expect(await rows()).toHaveLength(30);
    // Those that expired unused hold no place.
    await db.update(directUpload).set({ expiresAt: plus(new Date(), -MINUTE) });
    expect((await ask(9, 'one-more')).way).toBe('direct');
  });
});

describe('what nobody tells of', () => {
  test('is swept an hour after it was permitted, the file before its row', async () => {
    await send(await permit());
    await keepSchedule(db, plus(new Date(), HOUR - MINUTE));
    expect([incoming().length, (await rows()).length]).toEqual([1, 1]);
    s3.locked.add(incoming()[0] ?? '');
    await expect(keepSchedule(db, plus(new Date(), HOUR + MINUTE))).rejects.toThrow('AccessDenied');
    expect(await rows()).toHaveLength(1);
    s3.locked.clear();
    await keepSchedule(db, plus(new Date(), HOUR + MINUTE));
    expect([incoming(), await rows()]).toEqual([[], []]);
  });

  test('goes with its set at once, and can no longer be told of', async () => {
    const way = await permit();
    await send(way);
    const { id } = await getCurrentSet(ctx());
    const deletion = await deletePhotoSet(ctx(), id ?? '');
    await expect(tell(way)).rejects.toMatchObject({ code: 'not_found' });
    await purgeDeletion(ctx(), deletion.id);
    expect(incoming()).toEqual([]);
    await makeSet(team.member, { count: 1, status: 'open' });
    await expect(tell(way)).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a phone sends past us, too, and tells of nothing but its own', async () => {
  await startHandover(ctx());
  const [handover] = await db
    .select()
    .from(uploadHandover)
    .where(eq(uploadHandover.userId, team.member.userId));
  if (!handover) throw new Error('No hand-over.');
  const file = { clientKey: 'on-the-phone', name: 'me.png', size: grey.length, contentType: 'image/png' };
  const way = await grantPhoneUpload(ctx(), handover, file);
  if (way.way !== 'direct') throw new Error(`Sent ${way.way}.`);
  await send(way);
  const told = await takePhoneUpload(ctx(), handover, way.uploadId);
  expect(told).toMatchObject({ created: true, photo: { clientKey: 'on-the-phone', status: 'rejected' } });
  const [row] = await db.select().from(photo).where(eq(photo.id, told.photo.id));
  expect(row?.handoverId).toBe(handover.id);
  const { uploadId } = await permit(grey.length, 'on-the-desktop');
  await expect(takePhoneUpload(ctx(), handover, uploadId)).rejects.toMatchObject({ code: 'not_found' });
});
