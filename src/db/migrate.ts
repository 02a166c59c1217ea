/**
 * Brings a database up to date: first drizzle's versioned migrations (tables), then the repeatable files of
 * `src/db/sql` (functions and triggers, all `create or replace`), each run again only when its text changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
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
  const applied = new Map(
    (
      await selectRows<{ name: string; checksum: string }>(
        db,
        sql`select name, checksum from repeatable_migration`,
      )
    ).map((row) => [row.name, row.checksum]),
  );
  for (const name of readdirSync(SQL_DIR)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const text = readFileSync(path.join(SQL_DIR, name), 'utf8');
    const checksum = sha256Hex(text);
    if (applied.get(name) === checksum) continue;
    await execScript(text);
    await db.execute(sql`
      insert into repeatable_migration (name, checksum) values (${name}, ${checksum})
      on conflict (name) do update set checksum = excluded.checksum`);
  }
}
