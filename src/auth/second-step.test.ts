import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { account, passkey, session, user } from '@/db/schema/auth';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { endOtherSessions } from '@/features/account/end-session';
import { listPasskeys, removePasskey, renamePasskey } from '@/features/account/passkeys';
import { newId } from '@/lib/ids';
import { DAY, MINUTE, SECOND } from '@/lib/time';
import { type Browser, browser, ORIGIN, startAuthApp } from '../../tests/support/auth-app';
import { appCode, makeDevice } from '../../tests/support/authenticator';
import { testDatabase } from '../../tests/support/database';
import { makeUser } from '../../tests/support/factories';
import { giveCode } from './give-code';
import { auth } from './instance';
import type { SignedIn } from './session';
import { confirmTwoStep, countBackupCodes, renewBackupCodes, startTwoStep, turnOffTwoStep } from './two-step';

const PASSWORD = 'correct horse 1';
let db: Db;
let handle: (request: Request) => Promise<Response>;
let hash: string;

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
  ({ POST: handle } = await import('@/app/api/auth/[...all]/route'));
  hash = await (await (await auth()).$context).password.hash(PASSWORD);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
});

afterAll(() => vi.useRealTimers());

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** An app's code that nobody used: half a minute after the last one. */
function nextCode(secret: string): string {
  later(30 * SECOND);
  return appCode(secret);
}

async function person(
  password: string | null = hash,
): Promise<SignedIn & { headers: Headers; nora: Browser }> {
  const { id: userId, name, email } = await makeUser(db);
  if (password)
    await db
      .insert(account)
      .values({ id: newId('account'), userId, accountId: userId, providerId: 'credential', password });
  const nora = browser();
  const { internalAdapter, ...context } = await (await auth()).$context;
  const { id: sessionId, token } = await internalAdapter.createSession(userId);
  const { createHmac } = await import('node:crypto');
  const signature = createHmac('sha256', context.secret).update(token).digest('base64');
  const cookie = `${context.authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
  return { userId, name, email, sessionId, headers: new Headers({ cookie }), nora };
}

/** Somebody with an app: their secret and backup codes. */
async function personWithApp() {
  const someone = await person();
  const { secret } = await startTwoStep(db, someone, someone.headers, PASSWORD);
  const codes = await confirmTwoStep(db, someone, nextCode(secret));
  return { ...someone, secret, codes };
}

const signIn = (from: Browser, email: string) =>
  from.send(handle, 'POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD } });
const who = async (from: Browser) => (await from.send(handle, 'GET', '/api/auth/get-session')).json();

/** The page's action, as a route: errors become their vendor code. */
async function give(from: Browser, code: string, trustDevice = false): Promise<string> {
  const route = async (request: Request) => {
    try {
      const headers = new Headers();
      for (const cookie of await giveCode(request.headers, { code, trustDevice }))
        headers.append('set-cookie', cookie);
      return new Response('in', { headers });
    } catch (error) {
      return new Response((error as { body?: { code?: string } }).body?.code ?? String(error));
    }
  };
  return (await from.send(route, 'POST', '/sign-in/code', {})).text();
}

async function mails(email: string): Promise<string[]> {
  const rows = await db.select().from(mail).where(eq(mail.recipient, email));
  return rows.map(({ subject }) => subject);
}

test('after the password comes a code: no session before it, and none for a wrong or a used one', async () => {
  const { email, secret, nora } = await personWithApp();
  expect(await (await signIn(nora, email)).json()).toMatchObject({ twoFactorRedirect: true });
  expect(await who(nora)).toBeNull();
  expect(await give(nora, '000000')).toBe('INVALID_CODE');
  const code = nextCode(secret);
  expect(await give(nora, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('in');
  expect(await who(nora)).toMatchObject({ user: { email } });
  const thief = browser();
  await signIn(thief, email);
  expect(await give(thief, code)).toBe('CODE_USED');
  expect(await who(thief)).toBeNull();
  expect(await mails(email)).toEqual(['Two-step sign-in is on']);
});

test('a link from the mailbox needs the code as well', async () => {
  const { email, secret, nora } = await personWithApp();
  await nora.send(handle, 'POST', '/api/auth/sign-in/magic-link', { body: { email } });
  const [row] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.recipient, email), eq(mail.template, 'sign-in-link')));
  const token = /sign-in\/link\/([^"?&]+)/.exec(row?.html ?? '')?.[1];
  await nora.send(handle, 'GET', `/api/auth/magic-link/verify?token=${token}`);
  expect(await who(nora)).toBeNull();
  expect(await give(nora, nextCode(secret))).toBe('in');
  expect(await who(nora)).toMatchObject({ user: { email } });
});

test('a trusted device is not asked again, until its person signs the others out', async () => {
  const { email, secret, nora, userId, sessionId } = await personWithApp();
  await signIn(nora, email);
  await give(nora, nextCode(secret), true);
  expect(await (await signIn(nora, email)).json()).toMatchObject({ user: { email } });
  expect(await (await signIn(browser(), email)).json()).toMatchObject({ twoFactorRedirect: true });
  await endOtherSessions(db, { userId, sessionId });
  expect(await (await signIn(nora, email)).json()).toMatchObject({ twoFactorRedirect: true });
});

test('a backup code works once; new ones end the old', async () => {
  const someone = await personWithApp();
  const { email, codes, nora, secret } = someone;
  const [first = '', second = ''] = codes;
  await signIn(nora, email);
  expect(await give(nora, first.toUpperCase())).toBe('in');
  expect(await countBackupCodes(db, someone.userId)).toBe(9);
  const other = browser();
  await signIn(other, email);
  expect(await give(other, first)).toBe('INVALID_BACKUP_CODE');
  const [fresh = ''] = await renewBackupCodes(db, someone, nextCode(secret));
  expect(await give(other, second)).toBe('INVALID_BACKUP_CODE');
  expect(await give(other, fresh)).toBe('in');
});

test('five wrong codes end the try, ten in a row lock the step, whoever tries', async () => {
  const { email, secret, nora } = await personWithApp();
  for (let round = 0; round < 2; round += 1) {
    await signIn(nora, email);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await give(nora, String(100_000 + round * 10 + tries))).toBe('INVALID_CODE');
    }
  }
  await signIn(nora, email);
  expect(await give(nora, nextCode(secret))).toBe('ACCOUNT_TEMPORARILY_LOCKED');
  later(16 * MINUTE);
  await signIn(nora, email);
  expect(await give(nora, nextCode(secret))).toBe('in');
  await signIn(nora, email);
  for (let tries = 0; tries < 5; tries += 1) await give(nora, String(200_000 + tries));
  expect(await give(nora, nextCode(secret))).toBe('TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE');
});

test('turning it on takes the password, or for people without one a fresh sign-in', async () => {
  const someone = await person();
  await expect(startTwoStep(db, someone, someone.headers)).rejects.toMatchObject({
    body: { code: 'INVALID_PASSWORD' },
  });
  const linked = await person(null);
  await db
    .update(session)
    .set({ createdAt: new Date(Date.now() - 2 * DAY) })
    .where(eq(session.id, linked.sessionId));
  await expect(startTwoStep(db, linked, linked.headers)).rejects.toMatchObject({ code: 'forbidden' });
  await db.update(session).set({ createdAt: new Date() }).where(eq(session.id, linked.sessionId));
  const { secret, qr } = await startTwoStep(db, linked, linked.headers);
  expect(qr.path).toMatch(/^M\d/);
  await expect(confirmTwoStep(db, linked, '000000')).rejects.toMatchObject({ code: 'invalid' });
  expect(await countBackupCodes(db, linked.userId)).toBeNull();
  expect(await confirmTwoStep(db, linked, nextCode(secret))).toHaveLength(10);
});

test('turning it off takes the password or a new code; a session alone is not enough', async () => {
  const one = await personWithApp();
  await expect(turnOffTwoStep(db, one, appCode(one.secret))).rejects.toMatchObject({ code: 'invalid' });
  await expect(turnOffTwoStep(db, one, 'wrong horse 2')).rejects.toMatchObject({ code: 'invalid' });
  await turnOffTwoStep(db, one, PASSWORD);
  expect(await (await signIn(one.nora, one.email)).json()).toMatchObject({ user: { email: one.email } });
  expect(await mails(one.email)).toContain('Two-step sign-in is off');
  const two = await personWithApp();
  await turnOffTwoStep(db, two, nextCode(two.secret));
  const [row] = await db.select().from(user).where(eq(user.id, two.userId));
  expect(row?.twoFactorEnabled).toBe(false);
  const three = await personWithApp();
  for (let tries = 0; tries < 8; tries += 1)
    await turnOffTwoStep(db, three, `${300_000 + tries}`).catch(() => {});
  await expect(turnOffTwoStep(db, three, nextCode(three.secret))).rejects.toMatchObject({
    code: 'rate_limited',
  });
});

test('a passkey signs in alone, if its device asked who is there; an answer works once', async () => {
  const { email, userId, nora } = await personWithApp();
  const device = makeDevice(ORIGIN);
  const { credentialID, publicKey } = device;
  const id = newId('passkey');
  await db.insert(passkey).values({
    id,
    userId,
    credentialID,
    publicKey,
    counter: 0,
    deviceType: 'singleDevice',
    backedUp: false,
  });
  const challenge = async () => {
    const options = await nora.send(handle, 'GET', '/api/auth/passkey/generate-authenticate-options');
    return ((await options.json()) as { challenge: string }).challenge;
  };
  const verify = (response: unknown) =>
    nora.send(handle, 'POST', '/api/auth/passkey/verify-authentication', { body: { response } });
  expect((await verify(device.answer(await challenge(), false))).status).toBe(400);
  expect(await who(nora)).toBeNull();
  const answer = device.answer(await challenge(), true);
  expect((await verify(answer)).status).toBe(200);
  expect(await who(nora)).toMatchObject({ user: { email } });
  expect((await verify(answer)).status).toBe(400);
  const stranger = await makeUser(db);
  await expect(removePasskey(db, stranger.id, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(renamePasskey(db, stranger.id, { id, name: 'Mine' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await renamePasskey(db, userId, { id, name: 'Desk' });
  expect(await listPasskeys(db, userId)).toMatchObject([{ id, name: 'Desk', synced: false }]);
  await removePasskey(db, userId, id);
  expect(await mails(email)).toContain('A passkey was removed from your account');
  expect((await verify(device.answer(await challenge(), true))).status).toBe(401);
});

test('a new password signs the other devices out, also over HTTP, and is told by mail', async () => {
  const { email, nora } = await person();
  await signIn(nora, email);
  const phone = browser();
  await signIn(phone, email);
  const body = { currentPassword: PASSWORD, newPassword: 'another horse 9' };
  expect((await nora.send(handle, 'POST', '/api/auth/change-password', { body })).status).toBe(200);
  expect(await who(nora)).toMatchObject({ user: { email } });
  expect(await who(phone)).toBeNull();
  expect(await mails(email)).toEqual(['Your headcraft password was changed']);
});

test('the vendor’s own ways to change all this are closed', async () => {
  const { email, nora } = await person();
  await signIn(nora, email);
  const paths = [
    'two-factor/disable',
    'two-factor/enable',
    'two-factor/verify-totp',
    'passkey/delete-passkey',
  ];
  for (const path of paths) {
    const answer = await nora.send(handle, 'POST', `/api/auth/${path}`, { body: { password: PASSWORD } });
    expect(answer.status).toBe(404);
  }
});
