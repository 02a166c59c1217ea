/** One Postgres for the whole run, with a migrated template from which every test file's database is cloned. */
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectPg } from '@/adapters/database/postgres';
import { startPostgres } from './embedded-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export const TEMPLATE = 'headcraft_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = connectPg(server.url(TEMPLATE), 2);
  await template.migrate();
  await template.close();
  project.provide('postgresUrl', server.url('postgres'));
  return () => server.stop();
}
