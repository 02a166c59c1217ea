/** Real files through the real route handlers, the real vision process and a real database. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeVision, vision } from '@/adapters/vision/vision';
import { GET as readFile } from '@/app/api/files/photos/[id]/[variant]/route';
import { DELETE as withdraw } from '@/app/api/teams/[teamId]/consents/route';
import { DELETE as deleteSet, GET as readSet } from '@/app/api/teams/[teamId]/photo-sets/[id]/route';
import { POST as submit } from '@/app/api/teams/[teamId]/photo-sets/route';
import { DELETE as deleteOne } from '@/app/api/teams/[teamId]/uploads/[id]/route';
import { GET as list, POST as upload } from '@/app/api/teams/[teamId]/uploads/route';
import { photo } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { testDatabase } from '../../../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../../../tests/support/factories';
import { giveConsent } from '../../../../../../tests/support/generations';
import { pointAtTestDatabase, signIn } from '../../../../../../tests/support/signed-in';

type Cookie = { cookie: string };
type Handler = typeof list;

let db: Db;
let team: TestTeam;
let me: Cookie;

beforeAll(pointAtTestDatabase);
afterAll(closeVision);
beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
  await giveConsent(team.member);
  me = await signIn(team.member.userId);
});

const fixture = (name: string) => readFileSync(path.join('tests/fixtures', name));

async function call(
  handler: Handler,
  who: Cookie | null,
  init: RequestInit = {},
  params: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, never> }> {
  const request = new Request('http://localhost:3000/api/x', {
    ...init,
    headers: { ...who, ...init.headers },
  });
  const response = await handler(request, { params: Promise.resolve({ teamId: team.slug, ...params }) });
  return { status: response.status, body: await response.json() };
}

function send(
  bytes: Uint8Array,
  name = 'me.jpg',
  key: string = crypto.randomUUID(),
  who: Cookie | null = me,
) {
  return call(upload, who, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      'content-type': 'image/jpeg',
      'x-client-key': key,
      'x-file-name': encodeURIComponent(name),
    },
  });
}

const verdictOf = ({ body }: { body: { status?: string; findings?: { check: string }[] } }) => [
  body.status,
  ...(body.findings ?? []).map(({ check }) => check),
];

async function leftovers(): Promise<{ incoming: string[]; blobs: string[] }> {
  const names = (folder: string) => readdir(path.join(env().dataDir, folder)).catch(() => []);
  return { incoming: await names('incoming'), blobs: await names('blobs/photos') };
}

describe('a set of one person', () => {
  test('eight selfies pass; five, or two people, are not enough; a submitted set keeps strangers out', async () => {
    const selfie = (n: number, person = 'fezbot') =>
      send(fixture(`selfies/${person}/${n}.jpg`), `selfie ${n}.jpg`, `${person}-number-${n}`);
    const submitted = () => call(submit, me, { method: 'POST' });
    for (const n of [1, 2, 3, 4, 5]) {
      const answer = await selfie(n);
      expect(answer.status).toBe(201);
      expect(['accepted', 'warned']).toContain(answer.body.status);
    }
    expect(await submitted()).toMatchObject({
      status: 422,
      body: { error: { details: { reason: 'photo_set_incomplete', usable: 5 } } },
    });
    const stranger = await selfie(1, 'ali-pazani');
    expect(verdictOf(stranger).slice(0, 2)).toEqual(['rejected', 'same-person']);
    expect((await submitted()).status).toBe(422);

    for (const n of [6, 7, 8]) await selfie(n);
    const set = await call(list, me);
    expect(set.body).toMatchObject({ usable: 8, rejected: 1, blocked: null, status: 'open' });
    expect(await submitted()).toMatchObject({ status: 200, body: { photoSetId: set.body.id } });

    expect((await selfie(1)).status).toBe(200);
    const copy = await send(fixture('selfies/fezbot/1.jpg'));
    expect(verdictOf(copy).slice(0, 2)).toEqual(['rejected', 'duplicate']);
    expect((await call(list, me)).body).toMatchObject({ status: 'submitted', usable: 8, rejected: 2 });
    expect((await leftovers()).incoming).toEqual([]);
  }, 60_000);

  test('the pictures are the member’s alone, never cached, and gone with the photo', async () => {
    const { body } = await send(fixture('photos/sideways-gps.jpg'));
    const read = async (who: Cookie | null, variant = 'working') => {
      const request = new Request('http://localhost:3000/api/files', who ? { headers: who } : {});
      return readFile(request, { params: Promise.resolve({ id: String(body.id), variant }) });
    };
    const mine = await read(me);
    expect(mine.status).toBe(200);
    expect(Object.fromEntries(mine.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    const stored = await sharp(Buffer.from(await mine.arrayBuffer())).metadata();
    expect([stored.exif, stored.xmp, stored.iptc, stored.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect((stored.height ?? 0) > (stored.width ?? 0)).toBe(true);
    expect((await read(me, 'thumbnail')).status).toBe(200);
    expect((await read(me, 'original')).status).toBe(404);
    expect((await read(await signIn(team.admin.userId))).status).toBe(404);
    expect((await read(null)).status).toBe(401);
    await call(deleteOne, me, { method: 'DELETE' }, { id: String(body.id) });
    expect((await read(me)).status).toBe(404);
  });
});

describe('what is no photo of a face', () => {
  test.each([
    ['no-face.jpg', 'one-face'],
    ['two-people.jpg', 'one-face'],
    ['sunglasses.jpg', 'sunglasses'],
    ['blurred.jpg', 'sharpness'],
    ['far-away.jpg', 'size'],
    ['profile.jpg', 'one-face'],
    ['close-up.jpg', 'shoulders'],
  ])('%s is refused for its %s', async (name, check) => {
    const verdict = verdictOf(await send(fixture(`photos/${name}`)));
    expect(verdict[0]).toBe('rejected');
    expect(verdict).toContain(check);
  });

  test.each(['portrait.heic', 'portrait.png', 'portrait.webp'])(
    '%s is taken whatever its name says',
    async (name) => {
      const answer = await send(fixture(`photos/${name}`), 'holiday.txt');
      expect(answer.status).toBe(201);
      expect(verdictOf(answer)).not.toContain('one-face');
    },
  );
});

describe('hostile files', () => {
  const jpeg = fixture('selfies/fezbot/1.jpg');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  test.each([
    ['nothing', new Uint8Array(), 415],
    ['a script in an SVG', Buffer.from(svg), 415],
    ['a page', Buffer.from('<!doctype html><title>photo.jpg</title>'), 415],
    ['a PDF', Buffer.from('%PDF-1.7\n%photo.jpg'), 415],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 415],
    ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 422],
    ['only a JPEG’s first bytes', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 422],
    ['31 KB that unpack to 256 megapixels', pngBomb(16_000), 413],
  ])('%s: refused, and nothing stays', async (_name, bytes, status) => {
    const before = await leftovers();
    const answer = await send(bytes);
    expect(answer).toMatchObject({ status, body: { error: { message: expect.any(String) } } });
    expect(await leftovers()).toEqual(before);
    const rows = await db.select().from(photo).where(eq(photo.userId, team.member.userId));
    expect(rows).toEqual([]);
  });

  test('a page hidden behind a JPEG does not survive', async () => {
    const tail = Buffer.from('<html><script>alert(document.cookie)</script></html>PK\u0003\u0004');
    const { body } = await send(Buffer.concat([jpeg, tail]));
    const request = new Request('http://localhost:3000/api/files', { headers: me });
    const params = Promise.resolve({ id: String(body.id), variant: 'working' });
    const stored = Buffer.from(await (await readFile(request, { params })).arrayBuffer());
    expect(stored.includes('<script>')).toBe(false);
    expect(stored.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  test('a length above 25 MB is refused before anything is read', async () => {
    const headers = { 'content-length': String(26 * 1024 * 1024), 'x-client-key': 'a-large-file' };
    expect((await call(upload, me, { method: 'POST', body: 'x', headers })).status).toBe(413);
  });
});

test('the vision process is killed in the middle of a check: the photo is checked all the same', async () => {
  await vision().warmUp();
  const { pid } = vision();
  const answer = send(fixture('selfies/fezbot/3.jpg'));
  while ((await leftovers()).incoming.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  process.kill(pid ?? 0, 'SIGKILL');
  expect((await answer).status).toBe(201);
  expect(vision().pid).not.toBe(pid);
}, 60_000);

describe('as a form', () => {
  test('field `file` with its name and key', async () => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(fixture('selfies/fezbot/2.jpg'))], 'C:\\me\\my face.jpg'));
    form.set('clientKey', 'form-key-1');
    const answer = await call(upload, me, { method: 'POST', body: form });
    expect(answer).toMatchObject({ status: 201, body: { clientKey: 'form-key-1', name: 'my face.jpg' } });
    const again = await call(upload, me, { method: 'POST', body: form });
    expect(again).toMatchObject({ status: 200, body: { id: answer.body.id } });
  });

  test('without the field, or too large, it is refused', async () => {
    const empty = new FormData();
    empty.set('photo', 'no');
    expect((await call(upload, me, { method: 'POST', body: empty })).status).toBe(400);
    const large = new FormData();
    large.set('file', new File([new Uint8Array(26 * 1024 * 1024)], 'large.jpg'));
    expect((await call(upload, me, { method: 'POST', body: large })).status).toBe(413);
  });
});

describe('who may', () => {
  test('nobody without a session, in another team, or without consent', async () => {
    const jpeg = fixture('selfies/fezbot/1.jpg');
    const other = await makeTeam(db);
    expect((await send(jpeg, 'me.jpg', 'some-key-1', null)).status).toBe(401);
    expect((await send(jpeg, 'me.jpg', 'some-key-1', await signIn(other.owner.userId))).status).toBe(404);
    const unasked = await send(jpeg, 'me.jpg', 'some-key-1', await signIn(team.admin.userId));
    expect(unasked).toMatchObject({
      status: 403,
      body: { error: { details: { reason: 'consent_required' } } },
    });
    await send(jpeg);
    const withdrawn = await call(withdraw, me, { method: 'DELETE' });
    expect(withdrawn.body).toMatchObject({ consents: 1, deletions: [{ kind: 'photo_set' }] });
    expect((await call(list, me)).body).toMatchObject({ status: 'empty', photos: [] });
    expect((await send(jpeg)).status).toBe(403);
  });

  test('another member’s photo and set are not there', async () => {
    const mine = await send(fixture('selfies/fezbot/1.jpg'));
    const set = await call(list, me);
    const colleague = await signIn(team.owner.userId);
    const photoId = { id: String(mine.body.id) };
    const setId = { id: String(set.body.id) };
    expect((await call(deleteOne, colleague, { method: 'DELETE' }, photoId)).status).toBe(404);
    expect((await call(readSet, colleague, {}, setId)).status).toBe(404);
    expect((await call(deleteSet, colleague, { method: 'DELETE' }, setId)).status).toBe(404);
    expect((await call(list, colleague)).body).toMatchObject({ photos: [] });
    expect((await call(readSet, me, {}, setId)).status).toBe(200);
  });
});

test('two hundred at once: thirty are taken, the others refused', async () => {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
    .png()
    .toBuffer();
  const answers = await Promise.all(Array.from({ length: 200 }, () => send(small)));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  // For want of a place, or because they are too many a minute.
  expect([count(201), count(409) + count(429)]).toEqual([30, 170]);
  expect((await call(list, me)).body).toMatchObject({ rejected: 30, checking: 0 });
  expect((await leftovers()).incoming).toEqual([]);
}, 60_000);

/** A valid one-bit PNG of `side`² black pixels: tiny on the wire, huge in memory. */
function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
