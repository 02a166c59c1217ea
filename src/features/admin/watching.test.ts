/** What machines ask: is it ready, and what waits. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connection } from '@/adapters/database/client';
import { telemetry } from '@/adapters/telemetry/telemetry';
import { GET as metrics } from '@/app/api/metrics/route';
import { GET as ready } from '@/app/api/ready/route';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { enqueue } from '@/jobs/port';
import { testDatabase } from '../../../tests/support/database';
import { makeTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';
import { openTeamLedger } from '../../../tests/support/ledger';
import { pointAtTestDatabase } from '../../../tests/support/signed-in';
import { observeGauges } from './observe-gauges';

const TOKEN = 'a-token-for-the-metrics';

vi.hoisted(() => {
  process.env.METRICS_TOKEN = 'a-token-for-the-metrics';
});

let db: Db;
beforeAll(async () => {
  await pointAtTestDatabase();
  db = await testDatabase();
});
afterAll(() => telemetry().stop());

const health = async () => {
  const answer = await ready();
  return { code: answer.status, ...((await answer.json()) as object) };
};

test('without a store to write to it is not ready, and says which part is missing', async () => {
  const blobs = path.join(env().dataDir, 'blobs');
  writeFileSync(blobs, 'a file where a folder should be');
  expect(await health()).toMatchObject({ code: 503, status: 'unavailable', missing: ['storage'] });
  rmSync(blobs);
  expect(await health()).toMatchObject({
    code: 200,
    status: 'ready',
    database: 'pg',
    storage: 'disk',
    payments: 'local',
    engine: 'studio',
  });
});

test('the metrics say what waits, to whoever knows the token', async () => {
  const { startTelemetry } = await import('@/adapters/telemetry/telemetry');
  await startTelemetry({ endpoint: undefined, metricsToken: TOKEN });
  observeGauges(db);
  const team = await makeTeam(db);
  await openTeamLedger(team, 10);
  await startFor(team.member, await readyTeam(team), { variations: 1 });
  await enqueue(db, 'mail.sweep', {});
  await (await connection()).exec(`insert into pgboss.job (name) values ('__pgboss__send-it')`);

  const read = (authorization: string) =>
    metrics(new Request('http://localhost:3000/api/metrics', { headers: { authorization } }));
  expect((await read('Bearer wrong')).status).toBe(401);
  const answer = await read(`Bearer ${TOKEN}`);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await answer.text();
  expect(text).toMatch(/^headcraft_generations\{[^}]*state="queued"[^}]*\} 1$/m);
  expect(text).toMatch(/^headcraft_jobs\{[^}]*queue="mail\.sweep"[^}]*state="waiting"[^}]*\} [1-9]/m);
  expect(text).not.toContain('__pgboss__');
  expect(text).toMatch(/^headcraft_mails_waiting(\{[^}]*\})? \d+$/m);
});
