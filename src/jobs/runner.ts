/** Works off jobs in this process: the web process when embedded, `npm run worker` otherwise. */
import type PgBoss from 'pg-boss';
import type { Connection } from '@/adapters/database/connection';
import { openBoss } from '@/adapters/queue/pg-boss';
import { QUEUE_NAMES, QUEUES, type QueueName, type QueueSettings } from '@/adapters/queue/queues';
import { log } from '@/lib/log';
import { JOBS } from './registry';
import { runJob } from './run-job';
import { onWake } from './wake';

const POLL_SECONDS = 1;
/** After a local enqueue: soon, and again once a slower transaction will have committed. Milliseconds. */
const WAKE_AFTER = [25, 250];
const STOP_TIMEOUT = 20_000;

export type Runner = { stop(): Promise<void> };

export async function startRunner(connection: Connection): Promise<Runner> {
  const boss = openBoss(connection);
  const abort = new AbortController();
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  await boss.start();
  const workers = new Map<string, string[]>();
  for (const name of QUEUE_NAMES) workers.set(name, await work(boss, name, connection, abort.signal));
  const offWake = onWake((name) => {
    for (const worker of workers.get(name) ?? [])
      for (const delay of WAKE_AFTER) setTimeout(() => notify(boss, worker), delay).unref();
  });
  log.info({ queues: workers.size }, 'worker started');
  return {
    stop: async () => {
      offWake();
      abort.abort();
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT });
    },
  };
}

/** Answers pg-boss's names of the workers, as many as jobs of this queue may run at the same time. */
async function work(
  boss: PgBoss,
  name: QueueName,
  connection: Connection,
  signal: AbortSignal,
): Promise<string[]> {
  const { cron }: QueueSettings = QUEUES[name];
  if (cron) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  return Promise.all(
    Array.from({ length: JOBS[name]?.atOnce() ?? 0 }, () =>
      boss.work(name, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }, async ([job]) => {
        if (job) await runJob(name, job, { db: connection.db, signal });
      }),
    ),
  );
}

function notify(boss: PgBoss, worker: string): void {
  try {
    boss.notifyWorker(worker);
  } catch {
    // The worker stopped between the enqueue and now; polling elsewhere finds the job.
  }
}
