import { desc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { account, session, user } from '@/db/schema/auth';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { DOOR_NOTE_COOKIE, readDoorNote, writeDoorNote } from '@/features/account/door-note-rules';
import { type Browser, browser, startAuthApp } from '../../tests/support/auth-app';
import { testDatabase } from '../../tests/support/database';

let db: Db;
let handle: (request: Request) => Promise<Response>;
let door: Record<'GET' | 'POST', Parameters<Browser['send']>[0]>;

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
  ({ POST: handle } = await import('@/app/api/auth/[...all]/route'));
  door = await import('@/app/api/sign-in/route');
});

const PASSWORD = 'correct horse 1';
let counter = 0;
const address = () => `nora-${++counter}@example.test`;

const signUp = (from: Browser, email: string, password = PASSWORD) =>
  from.send(handle, 'POST', '/api/auth/sign-up/email', { body: { name: 'Nora', email, password } });
const signIn = (from: Browser, email: string, password = PASSWORD) =>
  from.send(handle, 'POST', '/api/auth/sign-in/email', { body: { email, password } });

async function lastMail(email: string) {
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email)).orderBy(desc(mail.id)).limit(1);
  if (!row) throw new Error(`no mail for ${email}`);
  return row;
}

/** The token at the end of a mailed link's path. */
async function mailedToken(email: string, path: string): Promise<string> {
  const { html } = await lastMail(email);
  const token = new RegExp(`${path}/([^"?&]+)`).exec(html)?.[1];
  if (!token) throw new Error(`no link to ${path}`);
  return token;
}

async function verify(from: Browser, email: string): Promise<Response> {
  const token = await mailedToken(email, '/verify-email');
  return from.send(handle, 'GET', `/api/auth/verify-email?token=${token}`);
}

test('sign-up, confirmation, sign-in: nobody gets in before the address is confirmed', async () => {
  const nora = browser();
  const email = address();
  expect((await signUp(nora, email.toUpperCase())).status).toBe(200);
  const early = await signIn(nora, email);
  expect(early.status).toBe(403);
  expect(await early.json()).toMatchObject({ code: 'EMAIL_NOT_VERIFIED' });
  expect((await verify(nora, email)).status).toBe(200);
  const whoAmI = await nora.send(handle, 'GET', '/api/auth/get-session');
  expect(await whoAmI.json()).toMatchObject({ user: { email, emailVerified: true } });
  expect((await signIn(browser(), email)).status).toBe(200);
  expect((await signIn(browser(), email, 'wrong horse 22')).status).toBe(401);
});

test('a confirmation link signs in once: used again it opens nothing', async () => {
  const email = address();
  await signUp(browser(), email);
  const token = await mailedToken(email, '/verify-email');
  await browser().send(handle, 'GET', `/api/auth/verify-email?token=${token}`);
  const thief = browser();
  await thief.send(handle, 'GET', `/api/auth/verify-email?token=${token}`);
  expect(await (await thief.send(handle, 'GET', '/api/auth/get-session')).json()).toBeNull();
});

test('signing up with a known address looks the same and tells only its owner', async () => {
  const email = address();
  const first = await signUp(browser(), email);
  await verify(browser(), email);
  const again = await signUp(browser(), email, 'another horse 9');
  expect(again.status).toBe(first.status);
  const [one, two] = [await first.json(), await again.json()];
  expect(Object.keys(two.user).sort()).toEqual(Object.keys(one.user).sort());
  expect(two.token).toBeNull();
  expect((await lastMail(email)).template).toBe('account-exists');
  expect((await signIn(browser(), email, 'another horse 9')).status).toBe(401);
  expect((await signIn(browser(), email)).status).toBe(200);
});

test('a password set by a stranger before the owner confirms does not open the account', async () => {
  const email = address();
  const stranger = 'stranger horse 7';
  await signUp(browser(), email, stranger);
  await signUp(browser(), email, PASSWORD);
  await verify(browser(), email);
  expect((await signIn(browser(), email, stranger)).status).toBe(401);
  const [person] = await db.select().from(user).where(eq(user.email, email));
  expect(
    await db
      .select()
      .from(account)
      .where(eq(account.userId, person?.id ?? '')),
  ).toHaveLength(0);
});

test('signing up twice with the same password keeps it', async () => {
  const email = address();
  await signUp(browser(), email);
  await signUp(browser(), email);
  await verify(browser(), email);
  expect((await signIn(browser(), email)).status).toBe(200);
});

test('a reset link works once, confirms the address and signs other devices out', async () => {
  const email = address();
  await signUp(browser(), email);
  const old = browser();
  await verify(old, email);
  const request = { body: { email } };
  expect((await browser().send(handle, 'POST', '/api/auth/request-password-reset', request)).status).toBe(
    200,
  );
  const token = await mailedToken(email, '/reset-password');
  const reset = { body: { token, newPassword: 'fresh horse 31' } };
  expect((await browser().send(handle, 'POST', '/api/auth/reset-password', reset)).status).toBe(200);
  expect((await browser().send(handle, 'POST', '/api/auth/reset-password', reset)).status).toBe(400);
  expect(await (await old.send(handle, 'GET', '/api/auth/get-session')).json()).toBeNull();
  expect((await signIn(browser(), email, 'fresh horse 31')).status).toBe(200);
});

test('asking for a reset answers alike for unknown addresses and sends nothing', async () => {
  const email = address();
  const answer = await browser().send(handle, 'POST', '/api/auth/request-password-reset', {
    body: { email },
  });
  expect(answer.status).toBe(200);
  await expect(lastMail(email)).rejects.toThrow('no mail');
});

test('a sign-in link opens the account once, and nobody becomes a member by asking for one', async () => {
  const email = address();
  await signUp(browser(), email);
  await verify(browser(), email);
  await browser().send(handle, 'POST', '/api/auth/sign-in/magic-link', { body: { email } });
  const token = await mailedToken(email, '/sign-in/link');
  const phone = browser();
  const open = `/api/auth/magic-link/verify?token=${token}`;
  expect((await phone.send(handle, 'GET', open)).status).toBe(200);
  expect(await (await phone.send(handle, 'GET', '/api/auth/get-session')).json()).toMatchObject({
    user: { email },
  });
  expect((await browser().send(handle, 'GET', open)).status).toBe(302);
  const unknown = address();
  await browser().send(handle, 'POST', '/api/auth/sign-in/magic-link', { body: { email: unknown } });
  await expect(lastMail(unknown)).rejects.toThrow('no mail');
});

test('a sign-in link for an unconfirmed account confirms it and drops the password set before', async () => {
  const email = address();
  const stranger = 'stranger horse 7';
  await signUp(browser(), email, stranger);
  await browser().send(handle, 'POST', '/api/auth/sign-in/magic-link', { body: { email } });
  const token = await mailedToken(email, '/sign-in/link');
  const owner = browser();
  await owner.send(handle, 'GET', `/api/auth/magic-link/verify?token=${token}`);
  const session = await owner.send(handle, 'GET', '/api/auth/get-session');
  expect(await session.json()).toMatchObject({ user: { email, emailVerified: true } });
  expect((await signIn(browser(), email, stranger)).status).toBe(401);
});

test('the eleventh try at one password within a minute waits, whoever tries', async () => {
  const email = address();
  await signUp(browser(), email);
  await verify(browser(), email);
  const tries = await Promise.all(
    Array.from({ length: 10 }, () => signIn(browser(), email, 'wrong horse 22')),
  );
  expect(tries.map((response) => response.status)).toEqual(Array(10).fill(401));
  const eleventh = await signIn(browser(), email.toUpperCase());
  expect(eleventh.status).toBe(429);
  expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = address();
  await signUp(browser(), other);
  await verify(browser(), other);
  expect((await signIn(browser(), other)).status).toBe(200);
});

test('without keys no other service signs anybody in', async () => {
  const { POST: begin } = await import('@/app/api/sign-in/social/route');
  const pressed = await browser().send(begin, 'POST', '/api/sign-in/social', {
    form: { provider: 'google' },
  });
  expect(pressed.status).toBe(404);
  const back = await browser().send(handle, 'GET', '/api/auth/callback/google?code=a&state=b');
  expect(back.headers.get('location')).toBe('/sign-in');
});

test('signing out ends the session in the database', async () => {
  const email = address();
  await signUp(browser(), email);
  const nora = browser();
  await verify(nora, email);
  const [person] = await db.select().from(user).where(eq(user.email, email));
  expect(
    await db
      .select()
      .from(session)
      .where(eq(session.userId, person?.id ?? '')),
  ).toHaveLength(1);
  await nora.send(handle, 'POST', '/api/auth/sign-out', { body: {} });
  expect(
    await db
      .select()
      .from(session)
      .where(eq(session.userId, person?.id ?? '')),
  ).toHaveLength(0);
});

test("another site's page cannot sign anybody in, and the plugin's own team endpoints are closed", async () => {
  const email = address();
  await signUp(browser(), email);
  const nora = browser();
  await verify(nora, email);
  const forged = await nora.send(handle, 'POST', '/api/auth/sign-out', {
    body: {},
    headers: { origin: 'https://evil.example' },
  });
  expect(forged.status).toBe(403);
  for (const path of ['create', 'invite-member', 'accept-invitation', 'update-member-role', 'leave']) {
    expect((await nora.send(handle, 'POST', `/api/auth/organization/${path}`, { body: {} })).status).toBe(
      404,
    );
  }
});

const passDoor = (from: Browser, form: Record<string, string>, headers = {}) =>
  from.send(door.POST, 'POST', '/api/sign-in', { form, headers });

const openDoor = (from: Browser, query = '', headers = {}) =>
  from.send(door.GET, 'GET', `/api/sign-in${query}`, { headers });

async function whoIs(person: Browser) {
  return (await person.send(handle, 'GET', '/api/auth/get-session')).json();
}

/** What the page will say after this answer. */
function noteOf(answer: Response) {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(DOOR_NOTE_COOKIE)) ?? '';
  return readDoorNote(decodeURIComponent(cookie.split(/[=;]/)[1] ?? ''));
}

test('the door: right leads on with a session, wherever the person was going', async () => {
  const email = address();
  await signUp(browser(), email);
  await verify(browser(), email);
  const nora = browser();
  const answer = await passDoor(nora, { email, password: PASSWORD, next: '/teams/acme/credits' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/teams/acme/credits']);
  expect(await whoIs(nora)).toMatchObject({ user: { email } });
  const elsewhere = await passDoor(browser(), { email, password: PASSWORD, next: 'https://evil.example' });
  expect(elsewhere.headers.get('location')).toBe('/teams');
});

test('the door: what was wrong is said, alike for unknown addresses, and only the address is filled in again', async () => {
  const email = address();
  await signUp(browser(), email);
  await verify(browser(), email);
  const nora = browser();
  const wrong = await passDoor(nora, { email, password: 'wrong horse 22', next: '/teams/acme' });
  expect(wrong.headers.get('location')).toBe('/sign-in?next=%2Fteams%2Facme');
  expect(noteOf(wrong)).toEqual({ message: 'E-mail or password is wrong.', values: { email } });
  expect(wrong.headers.getSetCookie().join()).not.toContain('horse');
  const unknown = await passDoor(browser(), { email: address(), password: 'wrong horse 22' });
  expect(noteOf(unknown)?.message).toBe('E-mail or password is wrong.');
  expect(await whoIs(nora)).toBeNull();
  const empty = await passDoor(browser(), { email: 'nora', password: '' });
  expect(Object.keys(noteOf(empty)?.fields ?? {}).sort()).toEqual(['email', 'password']);
});

test('the door: an address that was never confirmed leads to the mail', async () => {
  const email = address();
  await signUp(browser(), email);
  const answer = await passDoor(browser(), { email, password: PASSWORD });
  expect(answer.headers.get('location')).toBe('/verify-email');
  expect(decodeURIComponent(answer.headers.getSetCookie().join())).toContain(email);
});

test('the door: not for a form of another site, nor for what is none', async () => {
  const email = address();
  await signUp(browser(), email);
  await verify(browser(), email);
  const forged = { origin: 'https://evil.example' };
  const victim = browser();
  expect((await passDoor(victim, { email, password: PASSWORD }, forged)).status).toBe(403);
  expect(await whoIs(victim)).toBeNull();
  expect((await victim.send(door.POST, 'POST', '/api/sign-in', { body: { email } })).status).toBe(400);
  expect((await passDoor(victim, { email }, { 'content-length': '70000' })).status).toBe(400);
});

test('the door: a session leads on; a cookie whose session ended goes, and what the page has to say stays', async () => {
  const email = address();
  await signUp(browser(), email);
  const nora = browser();
  await verify(nora, email);
  expect((await openDoor(nora, '?next=/teams/acme')).headers.get('location')).toBe('/teams/acme');
  const ended = 'better-auth.session_token=ended; __Secure-better-auth.session_token=older; other=1';
  const answer = await openDoor(browser(), '?done=password&next=//evil', { cookie: ended });
  expect(answer.headers.get('location')).toBe('/sign-in?done=password');
  expect(answer.headers.getSetCookie().map((line) => line.split('=')[0])).toEqual([
    'better-auth.session_token',
    '__Secure-better-auth.session_token',
  ]);
});

test('what the page reads of a note is a note, or nothing', () => {
  const long = writeDoorNote({ message: 'No.', values: { email: 'x'.repeat(5000), next: '/teams' } });
  expect(long.length).toBeLessThan(1000);
  expect(readDoorNote(long)).toEqual({ message: 'No.', values: { email: 'x'.repeat(300) } });
  for (const value of [undefined, '', '{', '[]x', '{"message":1}', `{"message":"${'x'.repeat(501)}"}`])
    expect(readDoorNote(value)).toBeNull();
});
