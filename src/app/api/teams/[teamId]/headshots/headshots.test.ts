/** The routes as a browser calls them: a real session, the real handlers, a real database. */
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as readFile } from '@/app/api/files/pictures/[id]/[variant]/route';
import { GET as readConfig } from '@/app/api/headshots/config/route';
import { POST as estimate } from '@/app/api/headshots/estimate/route';
import { generation } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { runGeneration } from '@/features/generation/run-generation';
import { newId } from '@/lib/ids';
import { testDatabase } from '../../../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../../../tests/support/factories';
import { directedEngine, pictureOf, readyTeam } from '../../../../../../tests/support/generations';
import { pointAtTestDatabase, signIn } from '../../../../../../tests/support/signed-in';
import { GET as download } from './[id]/download/route';
import { PATCH as patchPicture, DELETE as removePicture } from './[id]/pictures/[pictureId]/route';
import { PATCH as patch, GET as read, DELETE as remove } from './[id]/route';
import { GET as status } from './[id]/status/route';
import { POST as batch } from './batch/route';
import { POST as say } from './chat/route';
import { GET as downloadMany } from './download/route';
import { POST as generate } from './generate/route';
import { GET as list } from './route';

type Cookie = { cookie: string };
type Handler = typeof list;
type Body = Record<string, unknown>;

let db: Db;
let team: TestTeam;
let set: string;
let me: Cookie;

beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
});

beforeEach(async () => {
  await db.update(generation).set({ availableAt: new Date('2100-01-01') });
  team = await makeTeam(db);
  set = await readyTeam(team, 20);
  me = await signIn(team.member.userId);
});

async function raw(
  handler: Handler,
  who: Cookie | null,
  {
    params = {},
    query = '',
    ...init
  }: RequestInit & { params?: Record<string, string>; query?: string } = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/x${query}`, {
    ...init,
    headers: { ...who, ...init.headers },
  });
  return handler(request, { params: Promise.resolve({ teamId: team.slug, ...params }) });
}

async function call(...args: Parameters<typeof raw>): Promise<{ status: number; body: Body }> {
  const response = await raw(...args);
  return { status: response.status, body: (await response.json()) as Body };
}

const json = (body: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

const request = (changes: object = {}) => ({
  photoSetId: set,
  style: 'corporate',
  aspect: '4:5',
  quality: 'standard',
  variations: 2,
  ...changes,
});

/** A finished generation of the member; engine calls give these likenesses in turn. */
async function finished(...likeness: number[]): Promise<{ id: string; pictures: string[] }> {
  const started = await call(generate, me, json(request({ variations: likeness.length })));
  const id = String(started.body.id);
  const claim = await claimGeneration(db, ['studio']);
  if (claim?.id !== id) throw new Error('claimed another one');
  const engine = directedEngine((asked, call) => pictureOf(asked, likeness[(call - 1) % likeness.length]));
  await runGeneration(db, claim, { chain: [engine], shutdown: new AbortController().signal });
  const { body } = await call(read, me, { params: { id } });
  return { id, pictures: (body.pictures as { id: string }[]).map((picture) => picture.id) };
}

test('starting answers at once; the same key answers the same generation', async () => {
  const key = { 'idempotency-key': newId('request') };
  const first = await call(generate, me, json(request(), key));
  expect(first).toMatchObject({ status: 201, body: { status: 'queued', held: 2, replayed: false } });
  const again = await call(generate, me, json(request(), key));
  expect(again).toMatchObject({ status: 200, body: { id: first.body.id, replayed: true } });
  expect((await call(generate, me, json(request({ variations: 1 }), key))).status).toBe(409);
  expect(await call(status, me, { params: { id: String(first.body.id) } })).toMatchObject({
    status: 200,
    body: { status: 'queued', stage: 'queue', progress: 0, eta: { low: expect.any(Number) } },
  });
});

test('what is refused: no session, a price, bad options, too few credits', async () => {
  expect((await call(generate, null, json(request()))).status).toBe(401);
  for (const wrong of [
    { price: 0 },
    { variations: 9 },
    { aspect: '16:9' },
    { style: 'nobody' },
    { quality: 'ultra' },
  ])
    expect(await call(generate, me, json(request(wrong)))).toMatchObject({
      status: 422,
      body: { error: { code: 'invalid', details: { fields: expect.any(Object) } } },
    });
  expect((await call(generate, me, { ...json(request()), body: '{' })).status).toBe(400);
  for (let n = 0; n < 5; n += 1) await call(generate, me, json(request({ variations: 4 })));
  expect(await call(generate, me, json(request({ variations: 1 })))).toMatchObject({
    status: 402,
    body: { error: { details: { available: 0, needed: 1, admins: [{ role: 'owner' }, { role: 'admin' }] } } },
  });
});

test('the twenty-first start within a minute has to wait', async () => {
  const key = { 'idempotency-key': 'one' };
  for (let n = 0; n < 20; n += 1)
    expect((await call(generate, me, json(request(), key))).status).toBeLessThan(300);
  const refused = await raw(generate, me, json(request(), key));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('lists only one’s own, newest first, filtered and paged', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.unshift((await finished(0.9)).id);
  const page = await call(list, me, { query: '?limit=2' });
  const shown = (body: Body) => (body.generations as { id: string }[]).map(({ id }) => id);
  expect(shown(page.body)).toEqual(ids.slice(0, 2));
  const rest = await call(list, me, { query: `?limit=2&cursor=${page.body.nextCursor}` });
  expect(shown(rest.body)).toEqual(ids.slice(2));
  expect(rest.body.nextCursor).toBeNull();
  expect(shown((await call(list, me, { query: '?status=failed' })).body)).toEqual([]);
  expect(shown((await call(list, me, { query: '?style=executive' })).body)).toEqual([]);
  expect(shown((await call(list, me, { query: '?from=2099-01-01T00:00:00Z' })).body)).toEqual([]);
  expect(shown((await call(list, me, { query: '?favourite=true' })).body)).toEqual([]);
  expect((await call(list, me, { query: '?cursor=nonsense' })).status).toBe(400);
  expect((await call(list, me, { query: '?status=lost' })).status).toBe(422);
  const admin = await signIn(team.admin.userId);
  expect(shown((await call(list, admin)).body)).toEqual([]);
});

test('nobody else reaches a generation, its pictures or their files: not the owner, not another team', async () => {
  const { id, pictures } = await finished(0.9);
  const [pictureId = ''] = pictures;
  const other = await makeTeam(db);
  const strangers = [team.owner, team.admin, other.member];
  for (const { userId } of strangers) {
    const who = await signIn(userId);
    const params = { id, pictureId };
    const answers = await Promise.all([
      raw(read, who, { params }),
      raw(status, who, { params }),
      raw(download, who, { params }),
      raw(patch, who, { ...json({ favourite: true }), params }),
      raw(remove, who, { method: 'DELETE', params }),
      raw(patchPicture, who, { ...json({ favourite: true }), params }),
      raw(removePicture, who, { method: 'DELETE', params }),
      raw(batch, who, json({ action: 'delete', generationIds: [id] })),
      raw(readFile, who, { params: { id: pictureId, variant: 'picture' } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  }
  expect((await raw(readFile, null, { params: { id: pictureId, variant: 'picture' } })).status).toBe(401);
  expect((await call(read, me, { params: { id } })).body).toMatchObject({ status: 'completed', accepted: 1 });
});

test('a file is streamed to its person only, never cached, and dies with its picture', async () => {
  const { id, pictures } = await finished(0.9, 0.9);
  const [first = '', second = ''] = pictures;
  const file = (pictureId: string, variant = 'picture') =>
    raw(readFile, me, { params: { id: pictureId, variant } });
  const answer = await file(first);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  expect((await file(first, 'thumbnail')).headers.get('content-type')).toBe('image/webp');
  expect((await file(first, 'selfie')).status).toBe(404);
  const params = { id, pictureId: first };
  expect(await call(removePicture, me, { method: 'DELETE', params })).toMatchObject({
    status: 200,
    body: { deletion: { kind: 'picture', status: 'requested' } },
  });
  expect((await file(first)).status).toBe(404);
  expect((await file(second)).status).toBe(200);
  await call(remove, me, { method: 'DELETE', params: { id } });
  expect((await file(second)).status).toBe(404);
  expect((await call(read, me, { params: { id } })).status).toBe(404);
});

test('every delivered file says how it was made, and carries no camera or place', async () => {
  const { id, pictures } = await finished(0.9);
  const [pictureId = ''] = pictures;
  for (const format of ['jpeg', 'png', 'webp']) {
    const answer = await raw(download, me, {
      params: { id },
      query: `?picture=${pictureId}&format=${format}`,
    });
    const extension = format === 'jpeg' ? 'jpg' : format;
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="headcraft-corporate-\\d{4}-\\d\\d-\\d\\d-1\\.${extension}"$`),
    );
    const metadata = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(metadata.format).toBe(format);
    expect(metadata.xmp?.toString()).toMatch(/DigitalSourceType>[^<]*algorithmicallyEnhanced/);
    expect(metadata.xmp?.toString()).toContain(id);
    expect(metadata.exif).toBeUndefined();
  }
  const sizes = { '1024': [40, 50], '512': [40, 50], avatar: [40, 40] };
  for (const [size, expected] of Object.entries(sizes)) {
    const answer = await raw(download, me, { params: { id }, query: `?picture=${pictureId}&size=${size}` });
    expect(answer.headers.get('content-disposition')).toMatch(new RegExp(`-1-${size}\\.jpg"$`));
    const { width, height, xmp } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height]).toEqual(expected);
    expect(xmp?.toString()).toContain(id);
  }
  expect((await raw(download, me, { params: { id }, query: '?size=4096' })).status).toBe(422);
  const thumbnail = await raw(readFile, me, { params: { id: pictureId, variant: 'thumbnail' } });
  const { xmp } = await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata();
  expect(xmp?.toString()).toContain('DigitalSourceType');
  expect((await raw(download, me, { params: { id }, query: '?format=bmp' })).status).toBe(422);
});

test('all pictures come as a ZIP with sensible names; what was not accepted is not in it', async () => {
  const { id } = await finished(0.9, 0.2, 0.2, 0.2);
  const answer = await raw(download, me, { params: { id } });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toMatch(/headcraft-corporate-[\d-]+\.zip"$/);
  const zip = Buffer.from(await answer.arrayBuffer());
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  const names = zip.toString('latin1').match(/headcraft-corporate-[\d-]+\.jpg/g) ?? [];
  expect(new Set(names).size).toBe((await call(read, me, { params: { id } })).body.accepted);
});

test('chosen pictures of several generations come as one ZIP, each under its own name; all of them or none', async () => {
  const [one, two] = [await finished(0.9, 0.9), await finished(0.9)];
  const wanted = [one.pictures[0], two.pictures[0]].join(',');
  const zip = (who: Cookie, pictures: string, more = '') =>
    raw(downloadMany, who, { query: `?pictures=${pictures}${more}` });
  const answer = await zip(me, wanted, '&format=webp&size=avatar');
  expect(answer.headers.get('content-disposition')).toMatch(/headcraft-2-pictures-[\d-]+\.zip"$/);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const names = new Set(text.match(/headcraft-corporate-[\d-]+-1-avatar(-2)?\.webp/g));
  expect(names.size).toBe(2);
  const other = await makeTeam(db);
  for (const { userId } of [team.admin, other.member])
    expect((await zip(await signIn(userId), wanted)).status).toBe(404);
  expect((await zip(me, `${wanted},pic_none`)).status).toBe(404);
  expect((await zip(me, '')).status).toBe(422);
  expect((await zip(me, Array.from({ length: 101 }, (_, n) => `pic_${n}`).join(','))).status).toBe(422);
  await call(batch, me, json({ action: 'delete', pictureIds: [two.pictures[0]] }));
  expect((await zip(me, wanted)).status).toBe(404);
});

test('favourites: one, all of a generation, many; deleted many; all or nothing', async () => {
  const one = await finished(0.9, 0.9);
  const two = await finished(0.9);
  const [first = ''] = one.pictures;
  const params = { id: one.id, pictureId: first };
  const patched = await call(patchPicture, me, { ...json({ favourite: true }), params });
  expect(patched.body).toMatchObject({ id: first, favourite: true });
  expect((await call(list, me, { query: '?favourite=true' })).body).toMatchObject({
    generations: [{ id: one.id }],
  });
  await call(patch, me, { ...json({ favourite: true }), params: { id: two.id } });
  expect(
    await call(batch, me, json({ action: 'unfavourite', generationIds: [one.id, two.id] })),
  ).toMatchObject({
    status: 200,
    body: { pictures: 3 },
  });
  const mixed = json({ action: 'delete', pictureIds: [first, 'pic_none'] });
  expect((await call(batch, me, mixed)).status).toBe(404);
  expect((await raw(readFile, me, { params: { id: first, variant: 'picture' } })).status).toBe(200);
  expect((await call(batch, me, json({ action: 'delete' }))).status).toBe(422);
  const gone = json({ action: 'delete', pictureIds: [first], generationIds: [two.id] });
  expect((await call(batch, me, gone)).body).toMatchObject({ deletions: [{}, {}] });
  expect((await call(list, me)).body).toMatchObject({ generations: [{ id: one.id, pictures: [{}] }] });
});

test('cancel through the API frees everything; a second one conflicts', async () => {
  const { body } = await call(generate, me, json(request({ variations: 4 })));
  const params = { id: String(body.id) };
  expect(await call(patch, me, { ...json({ cancel: true }), params })).toMatchObject({
    status: 200,
    body: { status: 'cancelled', credits: { charged: 0, released: 4 } },
  });
  expect((await call(patch, me, { ...json({ cancel: true }), params })).status).toBe(409);
  expect((await call(patch, me, { ...json({ cancel: true, favourite: true }), params })).status).toBe(422);
  const rows = await db.select().from(generation).where(eq(generation.organizationId, team.orgId));
  expect(rows).toHaveLength(1);
});

test('config and estimate say what there is and what it costs', async () => {
  const config = await call(readConfig, null);
  expect(config.body).toMatchObject({
    aspects: ['1:1', '3:4', '4:5'],
    qualities: [
      { id: 'standard', shortSide: 1024, credits: 1 },
      { id: 'high', shortSide: 1536, credits: 2 },
      { id: 'ultra', shortSide: 2048, credits: 3 },
    ],
    variations: { min: 1, max: 4 },
  });
  const styles = config.body.styles as { id: string; surcharge: number }[];
  expect(styles.map(({ id, surcharge }) => [id, surcharge])).toEqual([
    ['corporate', 0],
    ['linkedin', 0],
    ['casual-professional', 0],
    ['creative', 0],
    ['tech', 0],
    ['actor', 1],
    ['model', 1],
    ['medical', 0],
    ['legal', 0],
    ['executive', 1],
    ['editorial', 1],
    ['cinematic', 1],
  ]);
  const price = (changes: object) =>
    call(estimate, null, json({ style: 'executive', aspect: '1:1', variations: 3, ...changes }));
  expect(await price({})).toMatchObject({
    status: 200,
    body: { each: 2, total: 6, seconds: { low: expect.any(Number) } },
  });
  expect((await price({ style: 'nobody' })).status).toBe(422);
  expect((await price({ total: 0 })).status).toBe(422);
});

test('the chat: events of a sentence, a wish that is sent with the request, and what is too much', async () => {
  const asked = { message: 'Blue background, no tie', preferences: { warmth: 'warmer' }, style: 'corporate' };
  const answer = await raw(say, me, json(asked));
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  const [event = ''] = (await answer.text()).split('\n\n');
  const { turn } = JSON.parse(event.replace('data: ', '')) as { turn: { preferences: object } };
  expect(turn.preferences).toEqual({ backdrop: '#3f74b5', tie: 'without', warmth: 'warmer' });
  const started = await call(
    generate,
    me,
    json({ ...request(), preferences: { backdrop: '#3f74b5' } }, { 'idempotency-key': newId('request') }),
  );
  expect(started.status).toBe(201);
  const detail = await call(read, me, { params: { id: String(started.body.id) } });
  expect(detail.body.preferences).toEqual({ backdrop: '#3f74b5' });
  for (const hostile of [
    { message: 'a'.repeat(10_000) },
    { message: '' },
    { preferences: { note: 'younger' } },
    { style: 'none' },
    { history: [] },
  ])
    expect((await call(say, me, json({ ...asked, ...hostile }))).status).toBe(422);
  const codes = await Promise.all(
    Array.from({ length: 16 }, async () => (await raw(say, me, json(asked))).status),
  );
  expect(codes.filter((code) => code === 429).length).toBeGreaterThan(0);
});
