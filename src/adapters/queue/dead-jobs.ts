/** Jobs that have used up their tries. pg-boss keeps them for a week: an hour beside the others, then in its archive. */
import { z } from 'zod';
import { runText } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { insertJob } from './pg-boss';
import { QUEUE_NAMES, type QueueName } from './queues';

const deadJob = z.object({
  id: z.string(),
  name: z.enum(QUEUE_NAMES as [QueueName, ...QueueName[]]),
  data: z.record(z.string(), z.unknown()).nullable(),
  /** What the last try threw. */
  reason: z.string().nullable(),
  tries: z.number(),
  endedAt: z.date(),
});

export type DeadJob = z.infer<typeof deadJob>;

const COLUMNS = `id::text, name, data, output->>'message' as reason, retry_count + 1 as tries, completed_on as "endedAt"`;
const MINE = `state = 'failed' and name = any($1::text[])`;

/** The latest first. */
export async function listDeadJobs(db: Db, limit = 100): Promise<DeadJob[]> {
  const { rows } = await runText(
    db,
    `select ${COLUMNS} from pgboss.job where ${MINE}
     union all select ${COLUMNS} from pgboss.archive where ${MINE}
     order by "endedAt" desc, id limit $2`,
    [QUEUE_NAMES, limit],
  );
  return rows.map((row) => deadJob.parse(row));
}

/** Puts its data into the queue again, with all its tries. False when there is no such dead job, or no longer. */
export async function reviveDeadJob(db: Db, id: string): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const inside = transaction as Db;
    const where = `where ${MINE} and id::text = $2 returning name, data`;
    const { rows } = await runText(
      inside,
      `with job as (delete from pgboss.job ${where}), archived as (delete from pgboss.archive ${where})
       select * from job union all select * from archived`,
      [QUEUE_NAMES, id],
    );
    const found = deadJob.pick({ name: true, data: true }).safeParse(rows[0]);
    if (!found.success) return false;
    await insertJob(inside, found.data.name, found.data.data ?? {}, {});
    return true;
  });
}
