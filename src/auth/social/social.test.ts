import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { account, session, user } from '@/db/schema/auth';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { deleteAccount } from '@/features/account/delete-account';
import { listSocialLinks, unlinkSocial } from '@/features/account/social';
import { newId } from '@/lib/ids';
import type { SocialProvider } from '@/lib/social';
import { DAY } from '@/lib/time';
import { type Browser, browser, startAuthApp } from '../../../tests/support/auth-app';
import { appCode } from '../../../tests/support/authenticator';
import { testDatabase } from '../../../tests/support/database';
import {
  type Mischief,
  type OpenIdStandIn,
  openIdVariables,
  startOpenIdProvider,
} from '../../../tests/support/openid-provider';
import { owesCode } from '../second-step';
import { findSession, type SignedIn } from '../session';
import { confirmTwoStep, startTwoStep } from '../two-step';

const PASSWORD = 'correct horse 1';
const ACME = '11111111-2222-3333-4444-555555555555';
const PRIVATE = '9188040d-6c67-4c5b-b112-36a304b66dad';

let db: Db;
let there: OpenIdStandIn;
let handle: (request: Request) => Promise<Response>;
let begin: typeof import('@/app/api/sign-in/social/route')['POST'];
let link: typeof begin;
let counter = 0;

beforeAll(async () => {
  there = await startOpenIdProvider();
  Object.assign(process.env, openIdVariables(there));
  await startAuthApp();
  db = await testDatabase();
  ({ POST: handle } = await import('@/app/api/auth/[...all]/route'));
  ({ POST: begin } = await import('@/app/api/sign-in/social/route'));
  ({ POST: link } = await import('@/app/api/sign-in/link-social/route'));
});

afterAll(() => there.close());

/** Each test has a person of its own, whose mailbox Google runs. */
let email: string;
beforeEach(() => {
  counter += 1;
  email = `nora-${counter}@gmail.com`;
  there.person = { sub: `google-${counter}`, email, email_verified: true, name: 'Nora Lindqvist' };
  there.mischief = {};
  there.down = false;
});

/** Somebody at the same provider who has this address, in a company whose domain it is, unless `claims` say otherwise. */
function atMicrosoft(claims: Record<string, unknown> = {}): void {
  there.person = {
    sub: 'pairwise',
    tid: ACME,
    oid: `oid-${counter}`,
    email,
    name: 'Nora',
    xms_edov: true,
    ...claims,
  };
}

/** Presses the button, agrees there, comes back. Answers where the browser ends. */
async function goThrough(
  from: Browser,
  {
    provider = 'google',
    next = '/teams',
    ...mischief
  }: Mischief & { provider?: SocialProvider; next?: string } = {},
): Promise<string> {
  there.mischief = mischief;
  const answer = await from.send(begin, 'POST', '/api/sign-in/social', { form: { provider, next } });
  expect(answer.status).toBe(303);
  return comeBack(from, answer.headers.get('location') ?? '');
}

async function comeBack(from: Browser, to: string): Promise<string> {
  const agreed = await fetch(to, { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  const answer = await from.send(handle, 'GET', `${back.pathname}${back.search}`);
  expect(answer.status).toBe(302);
  return answer.headers.get('location') ?? '';
}

const who = async (from: Browser) => (await from.send(handle, 'GET', '/api/auth/get-session')).json();

async function signUp(from: Browser, password = PASSWORD): Promise<void> {
  await from.send(handle, 'POST', '/api/auth/sign-up/email', { body: { name: 'Squatter', email, password } });
}

const signIn = (from: Browser, password = PASSWORD) =>
  from.send(handle, 'POST', '/api/auth/sign-in/email', { body: { email, password } });

/** Somebody who signed up here by e-mail and confirmed it. */
async function confirmed(): Promise<Browser> {
  const nora = browser();
  await signUp(nora);
  const [row] = await db.select().from(mail).where(eq(mail.recipient, email)).orderBy(desc(mail.id)).limit(1);
  const token = /\/verify-email\/([^"?&]+)/.exec(row?.html ?? '')?.[1];
  await nora.send(handle, 'GET', `/api/auth/verify-email?token=${token}`);
  expect(await who(nora)).toMatchObject({ user: { email } });
  return nora;
}

/** The account page's button. Answers where it leads. */
async function pressLink(from: Browser): Promise<string> {
  const answer = await from.send(link, 'POST', '/api/sign-in/link-social', { form: { provider: 'google' } });
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

async function signedIn(from: Browser): Promise<SignedIn> {
  const found = await findSession(from.headers());
  if (!found) throw new Error('nobody is signed in');
  return found;
}

async function personOf(address = email) {
  const [row] = await db.select().from(user).where(eq(user.email, address));
  if (!row) throw new Error(`no account for ${address}`);
  return row;
}

const accountsOf = async (userId: string) => db.select().from(account).where(eq(account.userId, userId));
const mailsTo = async (address: string) =>
  (await db.select().from(mail).where(eq(mail.recipient, address))).map(({ subject }) => subject);

test('signing up and in again: one account, confirmed, with the browser’s language, and nothing of the provider’s tokens', async () => {
  const nora = browser();
  const next = '/invitations/abc?from=mail';
  expect(await goThrough(nora, { next })).toBe(next);
  const asked = there.asked.at(-1);
  expect(asked?.get('code_challenge_method')).toBe('S256');
  expect(asked?.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/google');
  expect(await who(nora)).toMatchObject({
    user: { email, name: 'Nora Lindqvist', emailVerified: true, image: null },
  });
  const again = browser();
  expect(await goThrough(again)).toBe('/teams');
  const { id, language } = await personOf();
  expect(language).toBe('en');
  expect(await db.select().from(session).where(eq(session.userId, id))).toHaveLength(2);
  const [row, ...others] = await accountsOf(id);
  expect(others).toHaveLength(0);
  expect(row).toMatchObject({
    providerId: 'google',
    accountId: `google-${counter}`,
    password: null,
    scope: null,
  });
  expect([row?.accessToken, row?.refreshToken, row?.idToken]).toEqual([null, null, null]);
  expect(await mailsTo(email)).toEqual([]);
});

test('whoever changed the address at the provider stays the same person here', async () => {
  await goThrough(browser());
  const { id } = await personOf();
  there.person = { ...there.person, email: `other-${email}`, email_verified: false };
  const nora = browser();
  expect(await goThrough(nora)).toBe('/teams');
  expect(await who(nora)).toMatchObject({ user: { id, email } });
});

test('only pages of ours are next, and a form of another site begins nothing', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example'])
    expect(await goThrough(browser(), { next })).toBe('/teams');
  const forged = await browser().send(begin, 'POST', '/api/sign-in/social', {
    form: { provider: 'google', next: '/teams' },
    headers: { origin: 'https://evil.example' },
  });
  expect(forged.status).toBe(403);
  const unknown = await browser().send(begin, 'POST', '/api/sign-in/social', {
    form: { provider: 'github' },
  });
  expect(unknown.status).toBe(404);
});

test.each<[string, Mischief, string]>([
  ['the person says no', { cancel: true }, 'cancelled'],
  ['the address is not confirmed there', { claims: { email_verified: false } }, 'unverified'],
  ['confirmed only in words', { claims: { email_verified: 'yes' } }, 'unverified'],
  ['no address', { claims: { email: undefined } }, 'noAddress'],
  ['another try’s nonce', { claims: { nonce: 'another' } }, 'failed'],
  ['no nonce', { claims: { nonce: undefined } }, 'failed'],
  ['another client’s token', { claims: { aud: 'another-client' } }, 'failed'],
  [
    'a token for two that was made for the other',
    { claims: { aud: ['headcraft-client', 'x'], azp: 'x' } },
    'failed',
  ],
  ['another issuer', { claims: { iss: 'https://evil.example' } }, 'failed'],
  ['an expired token', { claims: { iat: 1_700_000_000, exp: 1_700_003_600 } }, 'failed'],
  ['a token that never ends', { claims: { exp: undefined } }, 'failed'],
  ['a foreign key', { foreignKey: true }, 'failed'],
  ['the token endpoint is broken', { tokenStatus: 500 }, 'failed'],
])('%s: nobody is signed in, nothing is made, and the page says why', async (_case, mischief, problem) => {
  const nora = browser();
  expect(await goThrough(nora, { next: '/account', ...mischief })).toBe(
    `/sign-in?next=%2Faccount&done=google-${problem}`,
  );
  expect(await who(nora)).toBeNull();
  await expect(personOf()).rejects.toThrow('no account');
});

test('an answer to another browser, a changed state and a second use open nothing', async () => {
  expect(await goThrough(browser(), { state: 'forged' })).toBe('/sign-in?done=google-failed');
  const nora = browser();
  const answer = await nora.send(begin, 'POST', '/api/sign-in/social', { form: { provider: 'google' } });
  const agreed = await fetch(answer.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  const open = (from: Browser) => from.send(handle, 'GET', `${back.pathname}${back.search}`);
  const thief = browser();
  expect((await open(thief)).headers.get('location')).toBe('/sign-in?done=google-failed');
  expect(await who(thief)).toBeNull();
  expect((await open(nora)).headers.get('location')).toBe('/teams');
  expect((await open(browser())).headers.get('location')).toBe('/sign-in?done=google-failed');
});

test('a provider that is away leads back with a sentence; once it is there, it works without a restart', async () => {
  there.down = true;
  // Nobody asked Microsoft's yet, so that one still has to say where it is.
  atMicrosoft();
  const press = () =>
    browser().send(begin, 'POST', '/api/sign-in/social', {
      form: { provider: 'microsoft', next: '/account' },
    });
  const answer = await press();
  expect(answer.headers.get('location')).toBe('/sign-in?done=microsoft-away&next=%2Faccount');
  there.down = false;
  expect(await goThrough(browser(), { provider: 'microsoft' })).toBe('/teams');
});

test('a stranger who signed up first with this address is thrown out by its owner', async () => {
  await signUp(browser());
  const { id } = await personOf();
  const owner = browser();
  expect(await goThrough(owner)).toBe('/teams');
  expect(await who(owner)).toMatchObject({ user: { id, name: 'Nora Lindqvist', emailVerified: true } });
  expect((await signIn(browser())).status).toBe(401);
  expect((await accountsOf(id)).map((row) => row.providerId)).toEqual(['google']);
  // Nor does the stranger get in by trying once more.
  await signUp(browser(), 'another horse 9');
  expect((await signIn(browser(), 'another horse 9')).status).toBe(401);
});

test('a confirmed account is linked when the provider runs the mailbox, and its person hears of it', async () => {
  const nora = await confirmed();
  const { user: mine } = await who(nora);
  const other = browser();
  expect(await goThrough(other)).toBe('/teams');
  expect(await who(other)).toMatchObject({ user: { id: mine.id } });
  expect(await mailsTo(email)).toContain('Google was linked to your headcraft account');
  expect((await signIn(browser())).status).toBe(200);
});

test('a confirmed account is not linked for an address that the provider only saw once, or does not confirm', async () => {
  email = `nora-${counter}@company.example`;
  there.person = { ...there.person, email };
  const nora = await confirmed();
  const { id } = await personOf();
  const other = browser();
  expect(await goThrough(other)).toBe('/sign-in?done=google-known');
  // As if there was no account: the same as for a new address.
  expect(await goThrough(other, { claims: { email_verified: false } })).toBe(
    '/sign-in?done=google-unverified',
  );
  expect(await who(other)).toBeNull();
  expect(await accountsOf(id)).toHaveLength(1);
  // A company's own domain is the company's word.
  expect(await goThrough(other, { claims: { hd: 'company.example' } })).toBe('/teams');
  expect(await who(nora)).toMatchObject({ user: { id } });
});

test('Microsoft: an organization’s administrators cannot make an address theirs by writing it down', async () => {
  const through = (claims?: Record<string, unknown>, from = browser()) => {
    atMicrosoft(claims);
    return goThrough(from, { provider: 'microsoft' });
  };
  expect(await through({ xms_edov: undefined })).toBe('/sign-in?done=microsoft-unverified');
  expect(await through({ xms_edov: false, email_verified: true })).toBe('/sign-in?done=microsoft-unverified');
  await confirmed();
  expect(await through({ xms_edov: '0' })).toBe('/sign-in?done=microsoft-unverified');
  // A private account had mail there once; a company's domain is the company's.
  expect(await through({ tid: PRIVATE })).toBe('/sign-in?done=microsoft-known');
  expect(await through({ iss: `${there.url}/${PRIVATE}/v2.0` })).toBe('/sign-in?done=microsoft-failed');
  expect(await through({ oid: undefined })).toBe('/sign-in?done=microsoft-failed');
  const nora = browser();
  expect(await through({}, nora)).toBe('/teams');
  expect(await who(nora)).toMatchObject({ user: { email } });
  // The same number in another organization is somebody else.
  const other = browser();
  expect(await through({ tid: `${ACME.slice(0, -1)}6`, email: `other-${email}` }, other)).toBe('/teams');
  expect(await who(other)).toMatchObject({ user: { email: `other-${email}` } });
});

test('two-step sign-in is asked for after another service, too, and a code then leads on', async () => {
  const nora = browser();
  await goThrough(nora);
  const person = await signedIn(nora);
  const { secret } = await startTwoStep(db, person, nora.headers());
  await confirmTwoStep(db, person, appCode(secret));
  const again = browser();
  expect(await goThrough(again, { next: '/account?a=b' })).toBe('/sign-in/code?next=%2Faccount%3Fa%3Db');
  expect(await who(again)).toBeNull();
  expect(await db.select().from(session).where(eq(session.userId, person.userId))).toHaveLength(1);
  expect(owesCode(again.headers())).toBe(true);
});

test('linking another account of one’s own: a mail, both ways in; not somebody else’s, not for another browser', async () => {
  const nora = await confirmed();
  const mine = await signedIn(nora);
  const address = email;
  there.person = { ...there.person, email: `private-${email}` };
  expect(await comeBack(nora, await pressLink(nora))).toBe('/account');
  expect(await mailsTo(address)).toContain('Google was linked to your headcraft account');
  const byGoogle = browser();
  await goThrough(byGoogle);
  expect(await who(byGoogle)).toMatchObject({ user: { id: mine.userId, email: address } });
  expect(await listSocialLinks(db, mine.userId)).toMatchObject([{ provider: 'google' }]);

  email = `second-${address}`;
  const second = await confirmed();
  const theirs = await signedIn(second);
  expect(await comeBack(second, await pressLink(second))).toBe('/account?done=google-taken');
  there.mischief = { cancel: true };
  expect(await comeBack(second, await pressLink(second))).toBe('/account?done=google-cancelled');
  // Begun by one, finished after the browser changed hands.
  there.person = { ...there.person, sub: 'nobody-has-this' };
  const url = await pressLink(second);
  await second.send(handle, 'POST', '/api/auth/sign-out', { body: {} });
  expect(await comeBack(second, url)).toBe('/account?done=google-failed');
  expect(await listSocialLinks(db, theirs.userId)).toEqual([]);
});

test('linking takes a sign-in of the last day, and the vendor’s own ways are closed', async () => {
  const nora = await confirmed();
  const person = await signedIn(nora);
  await db
    .update(session)
    .set({ createdAt: new Date(Date.now() - 2 * DAY) })
    .where(eq(session.id, person.sessionId));
  expect(await pressLink(nora)).toBe('/account?done=google-stale');
  expect(await pressLink(browser())).toBe('/sign-in?next=%2Faccount');
  const forged = { form: { provider: 'google' }, headers: { origin: 'https://evil.example' } };
  expect((await nora.send(link, 'POST', '/api/sign-in/link-social', forged)).status).toBe(403);
  const body = { provider: 'google', providerId: 'google', callbackURL: '/account' };
  for (const path of ['sign-in/social', 'link-social', 'unlink-account', 'get-access-token', 'refresh-token'])
    expect((await nora.send(handle, 'POST', `/api/auth/${path}`, { body })).status).toBe(404);
  for (const path of ['list-accounts', 'account-info', 'error?error=x'])
    expect((await nora.send(handle, 'GET', `/api/auth/${path}`)).status).toBe(404);
});

test('unlinking: a mail, and never the last way in; of two at once one stays', async () => {
  const nora = browser();
  await goThrough(nora);
  const { userId } = await signedIn(nora);
  const both = ['google', 'microsoft'] as const;
  await expect(unlinkSocial(db, userId, 'google', both)).rejects.toMatchObject({ code: 'conflict' });
  await expect(unlinkSocial(db, userId, 'microsoft', both)).rejects.toMatchObject({ code: 'not_found' });
  atMicrosoft();
  expect(await goThrough(browser(), { provider: 'microsoft' })).toBe('/teams');
  // One whose keys are gone is no way in.
  await expect(unlinkSocial(db, userId, 'google', ['google'])).rejects.toMatchObject({ code: 'conflict' });
  const outcomes = await Promise.allSettled(both.map((one) => unlinkSocial(db, userId, one, both)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [left] = await listSocialLinks(db, userId);
  const gone = both.find((one) => one !== left?.provider);
  expect(await mailsTo(email)).toContain(
    `${gone === 'google' ? 'Google' : 'Microsoft'} was unlinked from your headcraft account`,
  );
  await db
    .insert(account)
    .values({ id: newId('account'), userId, accountId: userId, providerId: 'credential', password: 'x' });
  await unlinkSocial(db, userId, left?.provider ?? 'google', both);
  expect(await listSocialLinks(db, userId)).toEqual([]);
});

test('a deleted account stays deleted: who comes back through the service is a new person', async () => {
  const nora = browser();
  await goThrough(nora);
  const { userId } = await signedIn(nora);
  await deleteAccount(db, userId, { email });
  expect(await who(nora)).toBeNull();
  expect(await accountsOf(userId)).toEqual([]);
  await goThrough(nora);
  expect((await signedIn(nora)).userId).not.toBe(userId);
});
