import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { user } from '@/db/schema/auth';
import { mail } from '@/db/schema/notifications';
import type { Db } from '@/db/types';
import { browser, startAuthApp } from '../../tests/support/auth-app';
import { testDatabase } from '../../tests/support/database';

let db: Db;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
  ({ POST: handle } = await import('@/app/api/auth/[...all]/route'));
});

const person = { name: 'Nora', email: 'named@example.test', password: 'correct horse 1' };
const signUp = (body: object) => browser().send(handle, 'POST', '/api/auth/sign-up/email', { body });

test.each([
  ['markup', { name: '<b>Nora</b>' }],
  ['lines', { name: 'Nora\n\nYour account is blocked' }],
  ['another direction', { name: 'Nora \u202Egnp.exe' }],
  ['a letter of its own', { name: 'Nora '.repeat(17) }],
  ['nothing', { name: '  ' }],
  ['an address without end', { email: `${'a'.repeat(250)}@example.test` }],
  ['a picture', { image: 'https://evil.example/pixel.gif' }],
])('nobody signs up with %s, and no mail goes out', async (_what, change) => {
  const email = 'refused@example.test';
  expect((await signUp({ ...person, email, ...change })).status).toBe(400);
  expect(await db.select().from(mail).where(eq(mail.recipient, email))).toEqual([]);
  expect(await db.select().from(user).where(eq(user.email, email))).toEqual([]);
});

test('the same holds for a change of the account', async () => {
  expect((await signUp(person)).status).toBe(200);
  const nora = browser();
  const [row] = await db.select().from(mail).where(eq(mail.recipient, person.email));
  const token = /verify-email\/([^"?&]+)/.exec(row?.html ?? '')?.[1];
  await nora.send(handle, 'GET', `/api/auth/verify-email?token=${token}`);
  const update = (body: object) => nora.send(handle, 'POST', '/api/auth/update-user', { body });
  expect((await update({ name: 'Nora <Vogt>' })).status).toBe(400);
  expect((await update({ image: 'data:image/png;base64,AAAA' })).status).toBe(400);
  expect((await update({ name: 'Nora Vogt' })).status).toBe(200);
  expect(await db.select().from(user).where(eq(user.email, person.email))).toMatchObject([
    { name: 'Nora Vogt', image: null },
  ]);
});
