/**
 * The same build on a real Postgres and a bucket, pages in one process and jobs in two others: the demo drives the whole main job over
 * it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { mailedLink, signUp } from '../../scripts/demo/people';
import { Visitor } from '../../scripts/demo/visitor';
import { type Product, startProduct } from '../../scripts/running-product';
import { type RunningPostgres, startPostgres } from '../support/embedded-postgres';
import { type S3StandIn, startS3 } from '../support/s3';
import { selfies } from './world';

const DATA = path.resolve('.data/journeys-postgres');

let postgres: RunningPostgres;
let bucket: S3StandIn;
let product: Product;
let workers: ChildProcess[];

test.beforeAll(async () => {
  rmSync(DATA, { recursive: true, force: true });
  [postgres, bucket] = await Promise.all([startPostgres(), startS3()]);
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  await admin.query('create database headcraft');
  await admin.end();
  const env = {
    DATABASE_URL: postgres.url('headcraft'),
    HEADCRAFT_MODE: 'embedded',
    HEADCRAFT_WORKER: 'off',
    S3_ENDPOINT: bucket.url,
    S3_BUCKET: bucket.bucket,
    S3_ACCESS_KEY_ID: bucket.accessKeyId,
    S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
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
  await Promise.all([postgres.stop(), bucket.close()]);
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

test('photos go from the browser straight to the bucket, and past us only where it is closed', async ({
  browser,
}) => {
  const member = await signUp(product.url, 'Ines Duarte', `ines-${Date.now().toString(36)}@demo.test`);
  const team = await member.post<{ slug: string }>('/api/teams', { name: 'Quay' });
  const context = await browser.newContext({ baseURL: product.url, reducedMotion: 'reduce' });
  await context.addCookies(member.cookieList());
  const page = await context.newPage();
  const throughUs: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/uploads')) throughUs.push(request.url());
  });
  const straight = () =>
    bucket.requests.filter(
      ({ method, headers }) => method === 'PUT' && headers.origin === new URL(product.url).origin,
    );
  await page.goto(`/teams/${team.slug}/headshots/new`);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Accept and add photos' }).click();
  const files = page.getByLabel('Choose photos');
  // A server that ends while it checks: the page asks again and sends again, by itself.
  const told = '**/uploads/direct/*';
  const unfinished = { status: 'checking', name: 'me.jpg', findings: [] };
  await page.route(told, (route) => route.fulfill({ json: unfinished }), { times: 1 });
  await files.setInputFiles(selfies('fezbot', 2));
  await expect(page.getByText('2 of 6–14')).toBeVisible({ timeout: 90_000 });
  expect(straight()).toHaveLength(3);

  await test.step('what is removed before its answer came does not come back', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(told, async (route) => {
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response });
    });
    await files.setInputFiles('tests/fixtures/photos/dark.jpg');
    await expect(page.getByText(/dark/i).first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Remove selfie 3' }).click();
    await expect(page.getByText('Photo removed.')).toBeAttached();
    await expect(page.getByRole('img', { name: 'dark.jpg' })).toHaveCount(0);
    answer();
    await page.unrouteAll({ behavior: 'wait' });
  });
  expect(throughUs).toEqual([]);
  expect(straight()).toHaveLength(4);

  await page.route(`${bucket.url}/**`, (route) => route.abort());
  await files.setInputFiles(selfies('fezbot', 3).slice(2));
  await expect(page.getByText('3 of 6–14')).toBeVisible({ timeout: 90_000 });
  expect(throughUs).toHaveLength(1);
  expect(straight()).toHaveLength(4);
  await context.close();
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
