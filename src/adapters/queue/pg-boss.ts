/** pg-boss on whatever database the product uses: its tables live in the same Postgres, under schema `pgboss`. */
import PgBoss from 'pg-boss';
import { runText } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import type { Connection } from '../database/connection';
import { QUEUE_NAMES, QUEUES, type QueueName, type QueueSettings } from './queues';

/** pg-boss sends several statements at once without parameters; PGlite takes those only through `exec`. */
function executor(connection: Pick<Connection, 'db' | 'exec'>): PgBoss.Db {
  return {
    executeSql: (text, values) =>
      values?.length ? runText(connection.db, text, values) : connection.exec(text),
  };
}

/**
 * A pg-boss for working off jobs. The caller starts and stops it. One that does not `stay` neither watches the clock nor tidies up
 * by itself: whoever opened it does both before it goes.
 */
export function openBoss(connection: Connection, { stays }: { stays: boolean } = { stays: true }): PgBoss {
  return new PgBoss({
    db: executor(connection),
    migrate: false,
    schedule: stays,
    supervise: stays,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
}

const SCHEDULED = '__pgboss__send-it';

/** Creates pg-boss's tables and our queues; repeating it changes nothing. */
export async function installQueues(connection: Pick<Connection, 'db' | 'exec'>): Promise<void> {
  const boss = new PgBoss({ db: executor(connection), migrate: true, schedule: false, supervise: false });
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of QUEUE_NAMES) {
    const { retryLimit, retryDelay, expireInSeconds }: QueueSettings = QUEUES[name];
    const settings = { name, retryLimit, retryDelay, retryBackoff: true, expireInSeconds };
    if (known.has(name)) await boss.updateQueue(name, settings);
    else await boss.createQueue(name, settings);
  }
  // pg-boss's own, for what starts by the clock: made here, because whoever works jobs off may not make tables.
  if (!known.has(SCHEDULED)) await boss.createQueue(SCHEDULED);
  await boss.stop({ graceful: false });
}

/**
 * Puts a job of the clock into its queue unless it has had one since `due`, whoever made it. One at a time over all processes, so
 * that two who look at once make one.
 */
export async function insertDueJob(db: Db, name: QueueName, due: Date): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const inside = transaction as Db;
    await runText(inside, `select pg_advisory_xact_lock(hashtext('headcraft.schedule'))`);
    const { rows } = await runText(
      inside,
      `select 1 from pgboss.job where name = $1 and created_on >= $2::timestamptz
       union all select 1 from pgboss.archive where name = $1 and created_on >= $2::timestamptz limit 1`,
      [name, due.toISOString()],
    );
    if (rows.length > 0) return false;
    await insertJob(inside, name, {}, {});
    return true;
  });
}

/** Only renders pg-boss's insert statement; each call brings the handle to run it on. */
const sender = new PgBoss({
  db: {
    executeSql: () => Promise.reject(new Error('enqueue without a database handle')),
  },
});

export async function insertJob(
  db: Db,
  name: QueueName,
  data: object,
  options: { startAfter?: Date; singletonKey?: string },
): Promise<void> {
  await sender.send(name, data, {
    ...options,
    db: { executeSql: (text, values) => runText(db, text, values) },
  });
}
