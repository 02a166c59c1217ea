/** Teams whose requests wait in the queue, and workers that take them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/types';
import { makeTeam, type TestTeam } from '../../../tests/support/factories';
import { readyTeam, startFor } from '../../../tests/support/generations';

export type QueueTeam = { team: TestTeam; set: string };

export async function makeQueueTeam(db: Db, credits: number): Promise<QueueTeam> {
  const team = await makeTeam(db);
  return { team, set: await readyTeam(team, credits) };
}

/** One picture, held and waiting, as the page asks for it. */
export async function requestOne({ team, set }: QueueTeam): Promise<string> {
  return (await startFor(team.member, set, { variations: 1 })).id;
}

/** So many of each team that only wait: nobody holds credits for them. */
export async function writeWaiting(db: Db, teams: readonly QueueTeam[], each: number): Promise<void> {
  for (const { team, set } of teams) {
    const { orgId, member } = team;
    await db.execute(sql`
      insert into generation (id, organization_id, member_id, user_id, photo_set_id, style_id, quality, aspect, variations, engine,
        price_version, price_each, idempotency_key, request_hash, created_at)
      select ${`${orgId}_`} || n, ${orgId}, ${member.memberId}, ${member.userId}, ${set}, 'corporate', 'standard', '4:5', 1, 'studio',
        'bench', 1, 'waiting' || n, 'hash', now() + n * interval '1 millisecond'
      from generate_series(1, ${each}::int) n`);
  }
}

/** Milliseconds that `workers` processes take until the queue is empty, from the moment all are up. */
export async function timeWorkers(url: string, workers: number, takes: number): Promise<number> {
  const processes = Array.from({ length: workers }, () =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/parts/slow-worker.ts', String(takes)], {
      env: { ...process.env, DATABASE_URL: url, HEADCRAFT_MODE: 'embedded', LOG_LEVEL: 'error' },
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(processes.map((one) => said(one, 'ready')));
  const started = performance.now();
  const idle = processes.map((one) => said(one, 'idle'));
  for (const { stdin } of processes) stdin?.write('go\n');
  await Promise.all(idle);
  return performance.now() - started;
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it was ${word}`)));
  });
}
