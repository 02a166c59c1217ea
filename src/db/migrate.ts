/**
 * Brings a database up to date: first drizzle's versioned migrations (tables), then the repeatable files of
 * `src/db/sql` (functions and triggers, all `create or replace`), each run again only when its text changed. Only the owner of the
 * tables can; whoever else connects looks whether the owner has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { sha256Hex } from '@/lib/hash';
import { selectRows } from './sql-rows';
import type { Db } from './types';

const SQL_DIR = path.join(process.cwd(), 'src/db/sql');

export const MIGRATIONS_DIR = path.join(process.cwd(), 'drizzle');

/** `runVersioned` is the driver's own drizzle migrator; `execScript` runs a text of many statements. */
export async function migrate(
  db: Db,
  runVersioned: () => Promise<void>,
  execScript: (text: string) => Promise<unknown>,
): Promise<void> {
  await runVersioned();
  await execScript(
    'create table if not exists repeatable_migration (name text primary key, checksum text not null)',
  );
  for (const { name, text, checksum } of await findOutdated(db)) {
    await execScript(text);
    await db.execute(sql`
      insert into repeatable_migration (name, checksum) values (${name}, ${checksum})
      on conflict (name) do update set checksum = excluded.checksum`);
  }
}

/** What the application's role may do, after everything is there. */
export async function grantToApp(db: Db): Promise<void> {
  await db.execute(sql`select headcraft_grant_app()`);
}

/** False for a user who only runs the product: the tables are another's. */
export async function mayMigrate(db: Db): Promise<boolean> {
  const [table] = await selectRows<{ mine: boolean }>(
    db,
    sql`select pg_has_role(current_user, relowner, 'usage') as mine from pg_class
      where oid = to_regclass('public.repeatable_migration')`,
  );
  return table?.mine ?? true;
}

/** Throws unless the owner has brought the database to where this code is. */
export async function requireCurrent(db: Db): Promise<void> {
  const outdated = (await findOutdated(db)).map(({ name }) => name);
  const [last] = await selectRows<{ at: number }>(
    db,
    sql`select max(created_at)::float8 as at from drizzle.__drizzle_migrations`,
  );
  const journal: unknown = JSON.parse(readFileSync(path.join(MIGRATIONS_DIR, 'meta/_journal.json'), 'utf8'));
  const { entries } = z
    .object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) })
    .parse(journal);
  outdated.push(...entries.filter(({ when }) => when > (last?.at ?? 0)).map(({ tag }) => tag));
  if (outdated.length > 0)
    throw new Error(
      `The database is not up to date (${outdated.join(', ')}) and its user may not change it: run \`npm run db:migrate\` as its owner.`,
    );
}

async function findOutdated(db: Db): Promise<{ name: string; text: string; checksum: string }[]> {
  const rows = await selectRows<{ name: string; checksum: string }>(
    db,
    sql`select name, checksum from repeatable_migration`,
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return readdirSync(SQL_DIR)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(SQL_DIR, name), 'utf8');
      return { name, text, checksum: sha256Hex(text) };
    })
    .filter(({ name, checksum }) => applied.get(name) !== checksum);
}
