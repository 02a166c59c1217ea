import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam, systemCtx, type TestTeam } from '../../../tests/support/factories';
import { deliverMailJob } from './deliver-mail.job';
import { listNoticesInput } from './notice-input';
import { countUnread, listNotices, readNotices } from './notice-queries';
import { queueMail, writeNotice } from './notify';
import { listPreferences, savePreferences, unsubscribe } from './preferences';

let db: Db;
let team: TestTeam;
let other: TestTeam;
let stopVendor = () => {};

/** What the vendor of mails was handed: the real SDK talks to this. */
const handed: { subject: string; headers?: Record<string, string> }[] = [];

beforeAll(async () => {
  const vendor = createServer(async (request, response) => {
    handed.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    response.setHeader('content-type', 'application/json').end('{"id":"sent"}');
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  process.env.HEADCRAFT_MODE = 'embedded';
  process.env.AUTH_SECRET = 'a-secret-for-tests-that-is-long-enough';
  process.env.RESEND_API_KEY = 're_test';
  process.env.RESEND_BASE_URL = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  stopVendor = () => vendor.close();
  db = await testDatabase();
  team = await makeTeam(db);
  other = await makeTeam(db);
  for (const n of [1, 2, 3]) await tell(team, team.member.userId, `n${n}`);
  await tell(team, team.admin.userId, 'for the admin');
  await tell(other, other.member.userId, 'for another team');
});

afterAll(() => stopVendor());

const tell = (to: TestTeam, userId: string, title: string) =>
  writeNotice(systemCtx(db, to.orgId), {
    userId,
    type: 'test',
    title,
    body: '',
    dedupeKey: `${to.orgId}:${title}`,
  });

const page = (query: Record<string, string> = {}) =>
  listNotices(team.member.ctx, listNoticesInput.parse(query));

test('a person sees their own notices of this team, newest first, in pages', async () => {
  const first = await page({ limit: '2' });
  expect(first.notices.map(({ title }) => title)).toEqual(['n3', 'n2']);
  expect(first.unread).toBe(3);
  const second = await page({ limit: '2', cursor: first.nextCursor ?? '' });
  expect(second.notices.map(({ title }) => title)).toEqual(['n1']);
  expect(second.nextCursor).toBeNull();
  await expect(page({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' });
});

test('the same event tells once', async () => {
  await tell(team, team.member.userId, 'n1');
  expect(await countUnread(team.member.ctx)).toBe(3);
});

test('reading marks one’s own, some or all; another’s notice stays unread', async () => {
  const { notices } = await page();
  const [newest] = notices;
  const [foreign] = (await listNotices(team.admin.ctx, listNoticesInput.parse({}))).notices;
  const ids = [newest?.id ?? '', foreign?.id ?? ''];
  expect(await readNotices(team.member.ctx, { ids })).toEqual({ unread: 2 });
  expect(await countUnread(team.admin.ctx)).toBe(1);
  expect(await readNotices(team.member.ctx, {})).toEqual({ unread: 0 });
  expect(await countUnread(other.member.ctx)).toBe(1);
});

const about = (to: TestTeam, type: string) =>
  writeNotice(systemCtx(db, to.orgId), {
    userId: to.admin.userId,
    type,
    title: type,
    body: '',
    dedupeKey: `${type}:${to.orgId}`,
  });

const ask = (to: string, key: string) =>
  queueMail(
    { db },
    {
      to,
      template: 'credits-requested',
      props: { team: 'Acme', person: 'Nora', credits: 3, note: null, url: 'https://headcraft.test' },
      dedupeKey: `ask:${key}`,
    },
  );

async function mailsTo(address: string) {
  return db.select().from(mail).where(eq(mail.recipient, address)).orderBy(mail.id);
}

const tokenIn = (text = '') => /unsubscribe\/([\w.-]+)/.exec(text)?.[1] ?? '';

test('what somebody switched off is not told; duties cannot be switched off; others hear as before', async () => {
  const { userId, email } = other.admin;
  const off = { inApp: false, email: false };
  await savePreferences(db, userId, [
    { kind: 'credit-requests', ...off },
    { kind: 'money', ...off },
  ]);
  expect(await listPreferences(db, userId)).toMatchObject({
    'credit-requests': off,
    money: { inApp: true, email: true },
    pictures: { inApp: true, email: true },
  });
  await about(other, 'credits.requested');
  await about(other, 'payment.received');
  const { notices } = await listNotices(other.admin.ctx, listNoticesInput.parse({}));
  expect(notices.map(({ type }) => type)).toEqual(['payment.received']);
  await ask(email, 'off');
  await ask(other.owner.email, 'on');
  expect(await mailsTo(email)).toHaveLength(0);
  expect(await mailsTo(other.owner.email)).toHaveLength(1);
});

test('a mail that may be switched off says how: for people, and for their mail program without a session', async () => {
  const { email, userId } = team.owner;
  await ask(email, 'first');
  const [first] = await mailsTo(email);
  await deliverMailJob.run({ mailId: first?.id ?? '' }, { db, signal: new AbortController().signal });
  const headers = handed.find(({ subject }) => subject === first?.subject)?.headers ?? {};
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const token = tokenIn(headers['List-Unsubscribe']);
  expect(tokenIn(first?.html)).toBe(token);
  expect(tokenIn(first?.text)).toBe(token);
  const forged = token.replace(userId, team.admin.userId);
  await expect(unsubscribe(db, forged)).rejects.toMatchObject({ code: 'not_found' });
  await expect(unsubscribe(db, token.replace('credit-requests', 'balance'))).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await unsubscribe(db, token)).toBe('credit-requests');
  expect(await unsubscribe(db, token)).toBe('credit-requests');
  await ask(email, 'second');
  expect(await mailsTo(email)).toHaveLength(1);
  expect(await listPreferences(db, userId)).toMatchObject({
    'credit-requests': { inApp: true, email: false },
    balance: { email: true },
  });
  await queueMail(
    { db },
    { to: email, template: 'reset-password', props: { name: 'O', url: 'https://h.test' }, dedupeKey: 'duty' },
  );
  const [, duty] = await mailsTo(email);
  expect(duty?.html).not.toContain('unsubscribe');
  handed.length = 0;
  await deliverMailJob.run({ mailId: duty?.id ?? '' }, { db, signal: new AbortController().signal });
  expect(handed[0]?.headers).not.toHaveProperty('List-Unsubscribe');
});
