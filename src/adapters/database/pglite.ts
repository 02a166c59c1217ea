/** The embedded database: PGlite on disk, one process, guarded by a lock. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate as runMigrations } from 'drizzle-orm/pglite/migrator';
import { grantToApp, MIGRATIONS_DIR, migrate } from '@/db/migrate';
import * as schema from '@/db/schema/all';
import type { Db } from '@/db/types';
import { installQueues } from '../queue/pg-boss';
import type { Connection } from './connection';
import { lockFolder } from './folder-lock';
import { PreparingPglite } from './preparing-pglite';

/** `folder` undefined keeps everything in memory (tests). Throws `FolderLockedError` when another process has it. */
export async function connectPglite(folder?: string): Promise<Connection> {
  let release = () => {};
  if (folder) {
    mkdirSync(folder, { recursive: true });
    release = lockFolder(path.join(path.dirname(folder), `${path.basename(folder)}.lock`));
  }
  const client = new PreparingPglite(folder);
  await client.waitReady;
  const pglite = drizzle(client, { schema });
  const db = pglite as unknown as Db;
  const exec = async (text: string) => ({ rows: (await client.exec(text)).at(-1)?.rows ?? [] });
  const open: Connection = {
    kind: 'pglite',
    db,
    exec,
    migrate: async () => {
      await migrate(db, () => runMigrations(pglite, { migrationsFolder: MIGRATIONS_DIR }), exec);
      await installQueues(open);
      await grantToApp(db);
    },
    close: async () => {
      await client.close();
      release();
    },
  };
  return open;
}
