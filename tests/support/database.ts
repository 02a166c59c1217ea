/** `testDatabase()`: this test file's own database on the run's real Postgres, made by cloning the migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Connection } from '@/adapters/database/connection';
import { connectPg } from '@/adapters/database/postgres';
import type { Db } from '@/db/types';

type TestDatabase = Connection & { url: string };

let current: Promise<TestDatabase> | undefined;

// Here and not in the set-up of all files: what tests pure rules does not load a driver.
afterAll(async () => {
  const open = await current;
  current = undefined;
  await open?.close();
});

export async function testDatabase(): Promise<Db> {
  return (await testConnection()).db;
}

/** The same with the URL, for tests that open more connections or start other processes on it. */
export function testConnection(): Promise<TestDatabase> {
  current ??= clone();
  return current;
}

async function clone(): Promise<TestDatabase> {
  const adminUrl = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template headcraft_template`);
  await admin.end();
  const url = adminUrl.replace(/\/postgres$/, `/${name}`);
  return { ...connectPg(url, 40), url };
}
