/**
 * Requests to route handlers as a signed-in person: a real session row and a cookie signed as better-auth signs it, on this test
 * file's own database. Call `pointAtTestDatabase()` before the first request.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { connection } from '@/adapters/database/client';
import { testConnection } from './database';

/** Points the process's own `database()` at this test file's database. */
export async function pointAtTestDatabase(): Promise<void> {
  process.env.DATABASE_URL = (await testConnection()).url;
  process.env.HEADCRAFT_MODE = 'embedded';
  process.env.HEADCRAFT_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'headcraft-test-'));
}

afterAll(async () => {
  if (process.env.HEADCRAFT_DATA_DIR) await (await connection()).close();
});

/** The cookie header of a fresh session of this user. better-auth loads with the first: most files on these databases sign nobody in. */
export async function signIn(userId: string): Promise<{ cookie: string }> {
  const { auth } = await import('@/auth/instance');
  const context = await (await auth()).$context;
  const session = await context.internalAdapter.createSession(userId);
  const signature = createHmac('sha256', context.secret).update(session.token).digest('base64');
  const name = context.authCookies.sessionToken.name;
  return { cookie: `${name}=${encodeURIComponent(`${session.token}.${signature}`)}` };
}
