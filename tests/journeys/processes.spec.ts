/** The same build on a real Postgres, pages in one process and jobs in two others: the demo drives the whole main job over it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { type Product, startProduct } from '../../scripts/running-product';
import { type RunningPostgres, startPostgres } from '../support/embedded-postgres';

const DATA = path.resolve('.data/journeys-postgres');

let postgres: RunningPostgres;
let product: Product;
let workers: ChildProcess[];

test.beforeAll(async () => {
  rmSync(DATA, { recursive: true, force: true });
  postgres = await startPostgres();
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('create database headcraft');
  await admin.end();
  const env = {
    DATABASE_URL: postgres.url('headcraft'),
    HEADCRAFT_MODE: 'embedded',
    HEADCRAFT_WORKER: 'off',
  };
  product = await startProduct({ dataDir: DATA, env });
  workers = [1, 2].map(() =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], {
      env: { ...process.env, ...env, HEADCRAFT_DATA_DIR: DATA, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: 'inherit',
    }),
  );
});

test.afterAll(async () => {
  await Promise.all(workers.map(end));
  await product.stop();
  await postgres.stop();
});

test('pages here, jobs there, one Postgres', async () => {
  test.setTimeout(300_000);
  const { code, output } = await demo(product.url);
  expect(output).toContain('All as it should be.');
  expect(code).toBe(0);
});

function demo(url: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo/demo.ts', '--url', url]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('exit', (code) => resolve({ code, output }));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
