/** Postgres through `pg`, and Neon through its WebSocket driver: the same pool interface, one wire protocol. */
import { Pool as NeonPool, neonConfig } from '@neondatabase/serverless';
import { drizzle as drizzleNeon } from 'drizzle-orm/neon-serverless';
import { migrate as migrateNeon } from 'drizzle-orm/neon-serverless/migrator';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { WebSocket } from 'ws';
import { grantToApp, MIGRATIONS_DIR, mayMigrate, migrate, requireCurrent } from '@/db/migrate';
import * as schema from '@/db/schema/all';
import type { Db } from '@/db/types';
import { log } from '@/lib/log';
import { installQueues } from '../queue/pg-boss';
import type { Connection } from './connection';

/** One migration at a time over all processes; the number is arbitrary but ours. */
const MIGRATION_LOCK = 727_001;

type PoolLike = {
  query(text: string): Promise<unknown>;
  connect(): Promise<{ query(text: string): Promise<unknown>; release(): void }>;
  end(): Promise<void>;
};

export function connectPg(url: string, poolSize = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max: poolSize });
  pool.on('error', (error) => log.error({ err: error }, 'idle database connection failed'));
  const handle = drizzlePg(pool, { schema });
  return connection('pg', pool, handle as unknown as Db, () =>
    migratePg(handle, { migrationsFolder: MIGRATIONS_DIR }),
  );
}

/** `wsProxy` (host:port, no TLS) points the driver at a local WebSocket → TCP proxy instead of Neon's own. */
export function connectNeon(url: string, wsProxy?: string, poolSize = 10): Connection {
  neonConfig.webSocketConstructor = WebSocket;
  if (wsProxy) {
    neonConfig.wsProxy = () => wsProxy;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineTLS = false;
    neonConfig.pipelineConnect = false;
  }
  const pool = new NeonPool({ connectionString: url, max: poolSize });
  pool.on('error', (error: Error) => log.error({ err: error }, 'idle database connection failed'));
  const handle = drizzleNeon(pool, { schema });
  return connection('neon', pool, handle as unknown as Db, () =>
    migrateNeon(handle, { migrationsFolder: MIGRATIONS_DIR }),
  );
}

function connection(
  kind: 'pg' | 'neon',
  pool: PoolLike,
  db: Db,
  runVersioned: () => Promise<void>,
): Connection {
  const exec = async (text: string) => lastRows(await pool.query(text));
  const open: Connection = {
    kind,
    db,
    exec,
    migrate: async () => {
      if (!(await mayMigrate(db))) return requireCurrent(db);
      const holder = await pool.connect();
      try {
        await holder.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
        await migrate(db, runVersioned, exec);
        await installQueues(open);
        await grantToApp(db);
      } finally {
        await holder.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
        holder.release();
      }
    },
    close: () => pool.end(),
  };
  return open;
}

/** `pg` answers one result for one statement and a list for several. */
function lastRows(result: unknown): { rows: unknown[] } {
  const last = (Array.isArray(result) ? result.at(-1) : result) as { rows?: unknown[] } | undefined;
  return { rows: last?.rows ?? [] };
}
