/** Chooses the database from the environment and keeps one connection a process. */
import path from 'node:path';
import type { Env } from '@/env';
import type { Connection } from './connection';

export async function connect(env: Env): Promise<Connection> {
  const connection = await open(env);
  await connection.migrate();
  return connection;
}

async function open(env: Env): Promise<Connection> {
  if (!env.DATABASE_URL) {
    const { connectPglite } = await import('./pglite');
    return connectPglite(path.join(env.dataDir, 'database'));
  }
  const { connectNeon, connectPg } = await import('./postgres');
  const neon = env.DATABASE_DRIVER === 'neon' || (!env.DATABASE_DRIVER && isNeonHost(env.DATABASE_URL));
  return neon ? connectNeon(env.DATABASE_URL, env.NEON_WS_PROXY) : connectPg(env.DATABASE_URL);
}

export function isNeonHost(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.endsWith('.neon.tech');
}
