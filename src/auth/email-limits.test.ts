import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { rateLimit } from '@/db/schema/limits';
import type { Db } from '@/db/types';
import { startAuthApp } from '../../tests/support/auth-app';
import { testDatabase } from '../../tests/support/database';
import { limitByAddress } from './email-limits';
import { auth } from './instance';
import { LIMITS } from './rate-limit';

const PATH = '/sign-up/email';
const from = (address: string) => new Headers({ 'x-headcraft-ip': address });

let db: Db;

beforeAll(async () => {
  await startAuthApp();
  db = await testDatabase();
});

test('behind a trusted proxy one address signs up twenty times a minute, and nobody else waits for it', async () => {
  for (let tries = 0; tries < LIMITS.address.points; tries += 1)
    await limitByAddress(db, PATH, from('203.0.113.1'), true);
  await expect(limitByAddress(db, PATH, from('203.0.113.1'), true)).rejects.toMatchObject({
    statusCode: 429,
  });
  await limitByAddress(db, PATH, from('203.0.113.2'), true);
  await limitByAddress(db, '/sign-in/email', from('203.0.113.1'), true);
});

test('without one all visitors share a wide limit', async () => {
  for (let tries = 0; tries <= LIMITS.address.points; tries += 1)
    await limitByAddress(db, PATH, from('direct'), false);
});

test('a form, which goes past the vendor’s own endpoints, counts', async () => {
  const { api } = await auth();
  await api.signUpEmail({
    body: { name: 'Nora', email: 'counted@example.test', password: 'correct horse 1' },
    headers: from('203.0.113.9'),
  });
  const rows = await db
    .select()
    .from(rateLimit)
    .where(eq(rateLimit.key, `sharedAddress:${PATH}:203.0.113.9`));
  expect(rows).toMatchObject([{ points: 1 }]);
});
