/** A phone without a session: what its link and its cookie open, what they never do, and what ends them. */
import { and, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeVision } from '@/adapters/vision/vision';
import { DELETE as removeOne } from '@/app/api/phone/photos/[id]/route';
import { POST as send } from '@/app/api/phone/photos/route';
import { DELETE as done, POST as open, GET as read } from '@/app/api/phone/route';
import { DELETE as close, GET as current, POST as start } from '@/app/api/teams/[teamId]/handovers/route';
import { openPhone, requirePhone } from '@/auth/phone';
import { auditEvent } from '@/db/schema/audit';
import { member } from '@/db/schema/auth';
import { consent } from '@/db/schema/privacy';
import { photo, uploadHandover } from '@/db/schema/uploads';
import type { Db } from '@/db/types';
import { forgetExpired } from '@/features/privacy/forget-expired';
import { withdrawConsent } from '@/features/privacy/withdraw-consent';
import { DAY, MINUTE, plus, SECOND } from '@/lib/time';
import { testDatabase } from '../../../../tests/support/database';
import { makeTeam, type TestTeam } from '../../../../tests/support/factories';
import { giveConsent, makeSet } from '../../../../tests/support/generations';
import { pointAtTestDatabase, signIn } from '../../../../tests/support/signed-in';
import { getCurrentSet } from '../queries';
import type { StartedHandover } from './handover-types';
import { openHandover } from './open-handover';
import { addPhonePhoto } from './phone-photos';
import { startHandover } from './start-handover';

type Handler = typeof start;
type Answer = { status: number; body: Record<string, never>; cookie: string; headers: Headers };

let db: Db;
let team: TestTeam;
let me: { cookie: string };

beforeAll(pointAtTestDatabase);
afterAll(closeVision);
beforeEach(async () => {
  db = await testDatabase();
  team = await makeTeam(db);
  await giveConsent(team.member);
  me = await signIn(team.member.userId);
});

async function call(
  handler: Handler,
  headers: Record<string, string>,
  init: RequestInit = {},
  params: Record<string, string> = {},
): Promise<Answer> {
  const request = new Request('http://localhost:3000/api/x', {
    ...init,
    headers: { ...headers, ...init.headers },
  });
  const response = await handler(request, { params: Promise.resolve({ teamId: team.slug, ...params }) });
  const cookie = response.headers.get('set-cookie') ?? '';
  return { status: response.status, body: await response.json(), cookie, headers: response.headers };
}

const begin = async () => (await call(start, me, { method: 'POST' })).body as unknown as StartedHandover;
const tokenOf = ({ url }: { url: string }) => new URL(url).pathname.split('/').at(-1) ?? '';
const openLink = (token: string, headers = {}) =>
  call(open, headers, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });

/** A phone that opened a fresh link: the cookie header it sends from then on. */
async function connect(): Promise<{ cookie: string }> {
  const { cookie } = await openLink(tokenOf(await begin()));
  return { cookie: cookie.split(';')[0] ?? '' };
}

async function grey(shade = 120): Promise<BodyInit> {
  const background = { r: shade, g: shade, b: shade };
  return new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer(),
  );
}

const sendFrom = async (phone: Record<string, string>, key = 'a-photo-of-mine') =>
  call(send, phone, {
    method: 'POST',
    body: await grey(),
    headers: { 'content-type': 'image/png', 'x-client-key': key, 'x-file-name': 'me.png' },
  });

describe('the link', () => {
  test('names APP_URL, keeps its secret in the path and its hash in the table', async () => {
    const started = await begin();
    expect(started.url).toMatch(/^http:\/\/localhost:3000\/phone\/[\w-]{43}$/);
    expect(started.qr.path).toMatch(/^M4 4h7v1h-7z/);
    const rows = await db.select().from(uploadHandover).where(eq(uploadHandover.userId, team.member.userId));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(started));
    expect((await call(current, me)).body).toEqual({
      handover: { id: started.id, state: 'waiting', expiresAt: started.expiresAt },
    });
  });

  test('opens once: the phone that did goes on, another is told, and all of it is audited', async () => {
    const started = await begin();
    const first = await openLink(tokenOf(started));
    expect(first).toMatchObject({ status: 200, body: { photos: [] } });
    expect(first.cookie).toMatch(
      /^headcraft-phone=[\w-]{43}; Path=\/api\/phone; Max-Age=3600; HttpOnly; SameSite=Strict$/,
    );
    expect(first.headers.get('cache-control')).toBe('no-store');
    const phone = { cookie: first.cookie.split(';')[0] ?? '' };
    expect((await openLink(tokenOf(started), phone)).status).toBe(200);
    for (const somebodyElse of [{}, { cookie: 'headcraft-phone=made-up' }]) {
      expect(await openLink(tokenOf(started), somebodyElse)).toMatchObject({
        status: 410,
        cookie: '',
        body: {
          error: { details: { reason: 'used' }, message: expect.stringContaining('“Use your phone”') },
        },
      });
    }
    await giveConsent(team.admin);
    const colleague = await startHandover(team.admin.ctx);
    const theirs = (await openLink(tokenOf(colleague))).cookie.split(';')[0] ?? '';
    expect((await openLink(tokenOf(started), { cookie: theirs })).status).toBe(410);
    expect((await call(current, me)).body).toMatchObject({ handover: { state: 'open' } });
    await call(close, me, { method: 'DELETE' });
    await call(close, me, { method: 'DELETE' });
    const audit = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, started.id));
    expect(audit.map(({ action }) => action).toSorted()).toEqual([
      'uploads.end_handover',
      'uploads.open_handover',
      'uploads.start_handover',
    ]);
  });

  test('twelve phones at once: one', async () => {
    const token = tokenOf(await begin());
    const answers = await Promise.all(Array.from({ length: 12 }, () => openLink(token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(11).fill(410)]);
  });

  test('is too old after ten minutes, closed by a newer one or the desktop, and unknown otherwise', async () => {
    const now = new Date();
    const { url } = await startHandover(team.member.ctx, () => now);
    await expect(
      openPhone(new Headers(), tokenOf({ url }), () => plus(now, 10 * MINUTE)),
    ).rejects.toMatchObject({
      code: 'gone',
      details: { reason: 'expired' },
    });
    const [older, newer] = [await begin(), await begin()];
    expect((await openLink(tokenOf(older))).body).toMatchObject({ error: { details: { reason: 'closed' } } });
    await call(close, me, { method: 'DELETE' });
    expect((await openLink(tokenOf(newer))).body).toMatchObject({ error: { details: { reason: 'closed' } } });
    await expect(openHandover(team.member.ctx, newer.id)).rejects.toMatchObject({ code: 'gone' });
    expect((await openLink('A'.repeat(43))).status).toBe(404);
    expect((await openLink(newer.id)).status).toBe(404);
  });

  test('is not made without consent, nor for another’s team', async () => {
    const [colleague, stranger] = [
      await signIn(team.admin.userId),
      await signIn((await makeTeam(db)).owner.userId),
    ];
    expect(await call(start, colleague, { method: 'POST' })).toMatchObject({
      status: 403,
      body: { error: { details: { reason: 'consent_required' } } },
    });
    expect((await call(start, stranger, { method: 'POST' })).status).toBe(404);
    await begin();
    expect((await call(current, colleague)).body).toEqual({ handover: null });
  });
});

describe('the phone', () => {
  test('adds photos to the member’s set, sees the verdicts on its own, and may remove those', async () => {
    const setId = await makeSet(team.member, { status: 'open', count: 2 });
    const phone = await connect();
    const sent = await sendFrom(phone);
    expect(sent).toMatchObject({
      status: 201,
      body: { status: 'rejected', name: 'me.png', clientKey: 'a-photo-of-mine' },
    });
    expect(Object.keys(sent.body).toSorted()).toEqual(['clientKey', 'findings', 'id', 'name', 'status']);
    expect(await sendFrom(phone)).toMatchObject({ status: 200, body: { id: sent.body.id } });
    expect((await call(read, phone)).body).toMatchObject({ photos: [{ id: sent.body.id }] });
    const added = await db.select().from(auditEvent).where(eq(auditEvent.subjectId, setId));
    expect(added.map(({ data }) => data)).toEqual([
      { photoId: sent.body.id, handoverId: expect.stringMatching(/^hov_/) },
    ]);
    expect(await getCurrentSet(team.member.ctx)).toMatchObject({
      id: setId,
      photos: [{}, {}, { id: sent.body.id }],
    });
    const [selfie] = await db
      .select()
      .from(photo)
      .where(eq(photo.photoSetId, setId))
      .orderBy(photo.createdAt, photo.id);
    const remove = (id = '') => call(removeOne, phone, { method: 'DELETE' }, { id });
    expect((await remove(selfie?.id)).status).toBe(404);
    expect((await remove(sent.body.id)).status).toBe(200);
    expect((await call(read, phone)).body).toMatchObject({ photos: [] });
    // A key that another photo of the set has is not that photo.
    expect(await sendFrom(phone, selfie?.clientKey)).toMatchObject({ status: 201, body: { name: 'me.png' } });
  });

  test('the next phone does not see what the one before sent', async () => {
    const before = await connect();
    const { body } = await sendFrom(before);
    const after = await connect();
    expect((await call(read, after)).body).toMatchObject({ photos: [] });
    expect((await call(removeOne, after, { method: 'DELETE' }, { id: String(body.id) })).status).toBe(404);
    expect((await call(read, before)).status).toBe(401);
  });

  test('has no session: nothing else answers it, and without its cookie nothing does', async () => {
    const phone = await connect();
    expect((await call(current, phone)).status).toBe(401);
    expect((await call(start, phone, { method: 'POST' })).status).toBe(401);
    for (const nobody of [{}, me, { cookie: 'headcraft-phone=' }, { cookie: 'headcraft-phone=made-up' }]) {
      expect((await call(read, nobody)).status).toBe(401);
      expect((await sendFrom(nobody)).status).toBe(401);
      expect((await call(removeOne, nobody, { method: 'DELETE' }, { id: 'pho_x' })).status).toBe(401);
      expect((await call(done, nobody, { method: 'DELETE' })).status).toBe(401);
    }
    const evil = { ...phone, origin: 'https://evil.example' };
    expect((await sendFrom(evil)).status).toBe(403);
    expect((await openLink(tokenOf(await begin()), { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('is done: its cookie goes, and what it sent stays', async () => {
    const phone = await connect();
    await sendFrom(phone);
    expect((await call(done, phone, { method: 'DELETE' })).cookie).toContain(
      'headcraft-phone=; Path=/api/phone; Max-Age=0',
    );
    expect(await call(read, phone)).toMatchObject({
      status: 401,
      body: { error: { details: { reason: 'phone_gone' } } },
    });
    expect((await getCurrentSet(team.member.ctx)).photos).toHaveLength(1);
  });
});

describe('what ends it', () => {
  const isGone = (phone: { cookie: string }, at = new Date()) =>
    expect(requirePhone(new Headers(phone), () => at)).rejects.toMatchObject({ code: 'unauthenticated' });
  const lives = (phone: { cookie: string }, at = new Date()) => requirePhone(new Headers(phone), () => at);

  test('ten minutes without a photo; an hour, however busy', async () => {
    const phone = await connect();
    const { openedAt } = (await lives(phone)).handover;
    const from = openedAt ?? new Date();
    await isGone(phone, plus(from, 10 * MINUTE));
    for (let minutes = 9; minutes < 60; minutes += 9) {
      const at = plus(from, minutes * MINUTE);
      const { ctx, handover } = await lives(phone, at);
      const stream = new Blob([]).stream();
      await addPhonePhoto(ctx, handover, { clientKey: 'nothing', name: '', stream }, () => at).catch(
        () => {},
      );
    }
    await lives(phone, plus(from, 60 * MINUTE - SECOND));
    await isGone(phone, plus(from, 60 * MINUTE));
  });

  test('withdrawing the consent, and giving it again does not bring it back', async () => {
    const waiting = await begin();
    const withdraw = () => withdrawConsent(team.member.ctx, { stopGeneration: async () => {} });
    await withdraw();
    expect((await openLink(tokenOf(waiting))).body).toMatchObject({
      error: { details: { reason: 'closed' } },
    });
    await giveConsent(team.member);
    const phone = await connect();
    await withdraw();
    await isGone(phone);
    await giveConsent(team.member);
    await isGone(phone);
    expect((await sendFrom(phone)).status).toBe(401);
    const standing = and(eq(consent.userId, team.member.userId), eq(consent.textHash, 'test'));
    expect(await db.select().from(consent).where(standing)).toHaveLength(3);
  });

  test('leaving the team', async () => {
    const phone = await connect();
    const waiting = await begin();
    await db.delete(member).where(eq(member.id, team.member.memberId));
    await isGone(phone);
    expect((await openLink(tokenOf(waiting))).status).toBe(404);
  });

  test('a day later nothing is left of it', async () => {
    const { id } = await begin();
    const kept = () => db.select().from(uploadHandover).where(eq(uploadHandover.id, id));
    await forgetExpired(db, plus(new Date(), DAY));
    expect(await kept()).toHaveLength(1);
    await forgetExpired(db, plus(new Date(), DAY + 11 * MINUTE));
    expect(await kept()).toEqual([]);
  });
});
