/** The same build on a real Postgres, pages in one process and jobs in two others: the demo drives the whole main job over it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { mailedLink, signUp } from '../../scripts/demo/people';
import { Visitor } from '../../scripts/demo/visitor';
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

test('an expired invitation offers to ask for a new one', async ({ browser }) => {
  const run = Date.now().toString(36);
  const owner = await signUp(product.url, 'Samuel Okoro', `samuel-${run}@demo.test`);
  const team = await owner.post<{ id: string }>('/api/teams', { name: 'Harbour' });
  const guest = new Visitor(product.url, 'Jonas', `jonas-${run}@demo.test`);
  await owner.post(`/api/teams/${team.id}/invitations`, { emails: [guest.email], credits: 2 });
  const link = await mailedLink(guest, 'invitation');
  const database = new pg.Client({ connectionString: postgres.url('headcraft') });
  await database.connect();
  await database.query(
    `update team_invitation set expires_at = now() - interval '1 minute' where email = $1`,
    [guest.email],
  );
  await database.end();
  const page = await browser.newPage();
  await page.goto(link);
  await expect(page.getByText('This invitation is too old')).toBeVisible();
  await page.getByRole('button', { name: 'Ask for a new invitation' }).click();
  await expect(page.getByText('The admins of your team were told.', { exact: false })).toBeVisible();
  await page.close();
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
