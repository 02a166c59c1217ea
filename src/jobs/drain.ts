/** Works off jobs for a while and stops: for hosts where no process stays, and a clock calls every minute instead. */
import type PgBoss from 'pg-boss';
import type { Connection } from '@/adapters/database/connection';
import { insertDueJob, openBoss } from '@/adapters/queue/pg-boss';
import { QUEUE_NAMES, QUEUES, type QueueName, type QueueSettings } from '@/adapters/queue/queues';
import { log } from '@/lib/log';
import { SECOND } from '@/lib/time';
import { lastDue } from './due-rules';
import { JOBS } from './registry';
import { runJob } from './run-job';

/** A job that is still running when the time is over has this long to hand its work back. */
const HAND_BACK = 2 * SECOND;

export type Drained = {
  done: number;
  failed: number;
  /** The time was over before the queues were empty. */
  left: boolean;
};

type Fetched = { name: QueueName; id: string; data: unknown };

/**
 * Puts what the clock wants into the queues, then works off one job of each queue in turn until all are empty or `budget`
 * (milliseconds) is over. Any number may run at once, beside workers too: a job is given to one of them. What does not end in time is
 * left to its expiry, like the work of a process that died.
 */
export async function drainJobs(connection: Connection, budget: number, now = new Date()): Promise<Drained> {
  const ends = performance.now() + budget;
  const abort = new AbortController();
  const time = limitTime(abort, budget);
  const boss = openBoss(connection, { stays: false });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  const drained: Drained = { done: 0, failed: 0, left: false };
  try {
    await boss.start();
    await boss.maintain();
    await scheduleDue(connection, now);
    for (let found = true; found; ) {
      found = false;
      for (const name of QUEUE_NAMES) {
        drained.left = performance.now() >= ends;
        if (drained.left) return drained;
        const job = await fetchOne(boss, name);
        if (!job) continue;
        found = true;
        await Promise.race([work(boss, connection, job, abort.signal, drained), time.over]);
      }
    }
    return drained;
  } finally {
    time.clear();
    await boss.stop({ graceful: false });
  }
}

async function scheduleDue({ db }: Connection, now: Date): Promise<void> {
  for (const name of QUEUE_NAMES) {
    const { cron }: QueueSettings = QUEUES[name];
    if (cron) await insertDueJob(db, name, lastDue(cron, now));
  }
}

async function fetchOne(boss: PgBoss, name: QueueName): Promise<Fetched | null> {
  if (!JOBS[name]) return null;
  const [job] = await boss.fetch(name, { batchSize: 1 });
  return job ? { name, id: job.id, data: job.data } : null;
}

/** Resolves when its end is written down, which may be after the time is over; never rejects. */
async function work(
  boss: PgBoss,
  { db }: Connection,
  job: Fetched,
  signal: AbortSignal,
  drained: Drained,
): Promise<void> {
  const { name, id } = job;
  try {
    const failure = await runJob(name, job, { db, signal }).then(
      () => null,
      (error: unknown) => ({ message: error instanceof Error ? error.message : String(error) }),
    );
    if (failure) await boss.fail(name, id, failure);
    else await boss.complete(name, id);
    drained[failure ? 'failed' : 'done'] += 1;
  } catch (error) {
    log.error({ err: error, job: name, id }, 'the end of a job was not written down');
  }
}

/** Aborts after `budget`; `over` resolves when what was under way has had its time to hand back. */
function limitTime(abort: AbortController, budget: number): { over: Promise<void>; clear(): void } {
  const told = setTimeout(() => abort.abort(), budget);
  let last: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    last = setTimeout(resolve, budget + HAND_BACK);
  });
  return {
    over,
    clear: () => {
      clearTimeout(told);
      clearTimeout(last);
    },
  };
}
