/** The same schema, transactions and queue on each of the three database drivers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import type { Connection } from '@/adapters/database/connection';
import { FolderLockedError, lockFolder } from '@/adapters/database/folder-lock';
import { connectPglite } from '@/adapters/database/pglite';
import { connectNeon } from '@/adapters/database/postgres';
import { inTransaction } from '@/db/context';
import { mail } from '@/db/schema/notifications';
import { selectRows } from '@/db/sql-rows';
import { queueMail } from '@/features/notifications/notify';
import { startRunner } from '@/jobs/runner';
import { testConnection } from './support/database';
import { startNeonProxy } from './support/neon-proxy';

process.env.HEADCRAFT_MODE = 'embedded';

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

const drivers: Record<string, () => Promise<Connection>> = {
  pglite: async () => {
    const connection = await connectPglite();
    closers.push(connection.close);
    return connection;
  },
  pg: async () => testConnection(),
  neon: async () => {
    const { url } = await testConnection();
    const proxy = await startNeonProxy(url);
    const connection = connectNeon(url, proxy.address, 4);
    closers.push(proxy.close, connection.close);
    return connection;
  },
};

describe.each(Object.keys(drivers))('%s', (name) => {
  test('migrates, rolls back whole, and delivers what a transaction enqueued', async () => {
    const connection = await (drivers[name] as () => Promise<Connection>)();
    await connection.migrate();
    await connection.migrate();
    const ctx = { db: connection.db };
    const key = `driver-${name}`;
    const queue = (db: typeof ctx) =>
      queueMail(db, {
        to: 'a@example.test',
        template: 'verify-email',
        props: { name: 'A', url: 'https://x.test' },
        dedupeKey: key,
      });

    const failure = inTransaction(ctx, async (inner) => {
      await queue(inner);
      throw new Error('afterwards');
    });
    await expect(failure).rejects.toThrow('afterwards');
    expect(await waiting(connection)).toBe(0);

    await inTransaction(ctx, queue);
    await inTransaction(ctx, queue);
    expect(await waiting(connection)).toBe(1);

    const runner = await startRunner(connection);
    await expect
      .poll(async () => (await connection.db.select().from(mail))[0]?.status, { timeout: 10_000 })
      .toBe('sent');
    await runner.stop();
    await connection.db.delete(mail);
    await connection.exec("delete from pgboss.job where name = 'mail.deliver'");
  });
});

test('a data folder belongs to one living process', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'headcraft-lock-'));
  const file = path.join(folder, 'lock');
  const release = lockFolder(file);
  expect(() => lockFolder(file)).toThrow(FolderLockedError);
  release();
  lockFolder(file)();
  // In a container the next run has the same pid as the one that was killed.
  writeFileSync(file, String(process.pid));
  lockFolder(file)();
  writeFileSync(file, String(process.ppid));
  expect(() => lockFolder(file)).toThrow(FolderLockedError);
  rmSync(folder, { recursive: true });
});

async function waiting(connection: Connection): Promise<number> {
  const [row] = await selectRows<{ count: number }>(
    connection.db,
    sql`select count(*)::int as count from pgboss.job where name = 'mail.deliver'`,
  );
  return row?.count ?? -1;
}
