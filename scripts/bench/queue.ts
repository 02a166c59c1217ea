/**
 * The queue on a real Postgres: what more workers bring, what a generation costs besides its pictures, whether a long queue makes
 * taking slower, and how soon a request is begun.
 */
import { parseArgs } from 'node:util';
import { eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Connection } from '@/adapters/database/connection';
import { connectPg } from '@/adapters/database/postgres';
import { generation } from '@/db/schema/generation';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { claimGeneration } from '@/features/generation/claim';
import { workOffQueue } from '@/features/generation/work-off-queue';
import { defineJob, type JobDefinition } from '@/jobs/definition';
import { enqueue } from '@/jobs/port';
import { JOBS } from '@/jobs/registry';
import { startRunner } from '@/jobs/runner';
import { startPostgres } from '../../tests/support/embedded-postgres';
import { directedEngine } from '../../tests/support/generations';
import { inTurns, median, time } from './parts/measure';
import { makeQueueTeam, type QueueTeam, requestOne, timeWorkers, writeWaiting } from './parts/queue-world';
import type { Row } from './parts/table';

/** Milliseconds that the slow engine takes for a picture. */
const TAKES = 1_000;
const WORKERS = 4;
/** Of a long and a short queue. */
const TEAMS = 200;
const LONG = 50;
const AIM = { workers: { least: 3.5 }, claim: { most: 1.2 } };

export async function run(args: string[]): Promise<Row[]> {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '40' } } });
  const rounds = Number(values.rounds);
  const server = await startPostgres({ durable: true });
  const url = server.url('postgres');
  const connection = connectPg(url, 8);
  try {
    await connection.migrate();
    const { db } = connection;
    const teams = await Promise.all(Array.from({ length: 8 }, () => makeQueueTeam(db, 1_000)));
    return [
      await benchWorkers(db, url, teams),
      ...(await benchPickUp(connection, teams, rounds)),
      await benchLength(db, rounds),
    ];
  } finally {
    await connection.close();
    await server.stop();
  }
}

/** The same requests by one worker process and by four. */
async function benchWorkers(db: Db, url: string, teams: readonly QueueTeam[]): Promise<Row> {
  const shift = async (workers: number) => {
    for (const team of teams) for (let n = 0; n < 4; n += 1) await requestOne(team);
    const took = await timeWorkers(url, workers, TAKES);
    if ((await db.$count(generation, ne(generation.status, 'completed'))) > 0)
      throw new Error('not all are made');
    return took;
  };
  await shift(WORKERS);
  const { one, other, ratio } = await inTurns(
    2,
    () => shift(1),
    () => shift(WORKERS),
  );
  return {
    what: `${WORKERS} workers ÷ one, an engine that takes ${TAKES} ms`,
    value: `${(other / 1_000).toFixed(1)} s`,
    against: `${(one / 1_000).toFixed(1)} s`,
    ratio,
    aim: AIM.workers,
  };
}

/** In a process that works off jobs: from the request to its beginning and its end, against a job that does nothing. */
async function benchPickUp(
  connection: Connection,
  teams: readonly QueueTeam[],
  rounds: number,
): Promise<Row[]> {
  const { db } = connection;
  const engine = directedEngine();
  const ended = waiting();
  const empty = waiting();
  const kept = new Map<keyof typeof JOBS, JobDefinition | undefined>();
  const replace = (name: keyof typeof JOBS, work: () => Promise<void>) => {
    kept.set(name, JOBS[name]);
    JOBS[name] = defineJob(z.looseObject({}), work);
  };
  replace('generation.run', async () => {
    await workOffQueue(db, new AbortController().signal, {
      lanes: [['studio']],
      chainFrom: () => [engine],
    });
    ended.done();
  });
  replace('organizations.expire-invitations', async () => empty.done());
  const runner = await startRunner(connection);
  try {
    const ids: string[] = [];
    const generate = () =>
      time(async () => {
        const over = ended.next();
        const team = teams[ids.length % teams.length];
        if (team) ids.push(await requestOne(team));
        await over;
      });
    const nothing = () =>
      time(async () => {
        const over = empty.next();
        await enqueue(db, 'organizations.expire-invitations', {});
        await over;
      });
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([generate(), nothing()]);
    ids.length = 0;
    const { one, other, ratio } = await inTurns(rounds, generate, nothing);
    const begun = await listWaits(db, ids);
    const p95 = begun[Math.floor((begun.length - 1) * 0.95)] ?? 0;
    return [
      {
        what: 'a generation whose engine takes no time, from request to end ÷ an empty job',
        value: `${one.toFixed(0)} ms`,
        against: `${other.toFixed(0)} ms`,
        ratio,
      },
      {
        what: 'p95 from "generate" to "processing" ÷ an empty job, a lane free',
        value: `${p95.toFixed(0)} ms`,
        against: `${other.toFixed(0)} ms`,
        ratio: p95 / other,
      },
    ];
  } finally {
    await runner.stop();
    for (const [name, job] of kept) JOBS[name] = job;
  }
}

/** Milliseconds that each waited, sorted. */
async function listWaits(db: Db, ids: readonly string[]): Promise<number[]> {
  const rows = await selectRows<{ ms: number }>(
    db,
    sql`
      select extract(epoch from claimed_at - created_at)::float8 * 1000 as ms
      from generation where id = any(${sql.param([...ids])}::text[]) order by 1`,
  );
  return rows.map(({ ms }) => ms);
}

/** Taking one of a queue of ten thousand, and of one as short as there are teams. */
async function benchLength(db: Db, rounds: number): Promise<Row> {
  const teams: QueueTeam[] = [];
  for (let n = 0; n < TEAMS; n += 1) teams.push(await makeQueueTeam(db, 0));
  const claim = async () => {
    let id = '';
    const took = await time(async () => {
      id = (await claimGeneration(db, ['studio']))?.id ?? '';
    });
    await db.update(generation).set({ status: 'queued' }).where(eq(generation.id, id));
    return took;
  };
  const measure = async (each: number) => {
    await db.execute(
      sql`update generation set status = 'cancelled' where status in ('queued', 'processing')`,
    );
    await db.execute(sql`delete from generation where price_version = 'bench'`);
    await writeWaiting(db, teams, each);
    await db.execute(sql`vacuum analyze generation`);
    const times: number[] = [];
    for (let n = 0; n < rounds; n += 1) times.push(await claim());
    return median(times.slice(rounds / 4));
  };
  const { one, other, ratio } = await inTurns(
    3,
    () => measure(LONG),
    () => measure(1),
  );
  return {
    what: `taking the next of ${TEAMS * LONG} ÷ of ${TEAMS}, ${TEAMS} teams`,
    value: `${one.toFixed(1)} ms`,
    against: `${other.toFixed(1)} ms`,
    ratio,
    aim: AIM.claim,
  };
}

/** One at a time waits for what happens next. */
function waiting() {
  let resolve = () => {};
  return {
    next: () =>
      new Promise<void>((done) => {
        resolve = done;
      }),
    done: () => resolve(),
  };
}
