/**
 * The queue port. Verbs enqueue inside their own transaction: the job exists if and only if what caused it committed.
 * A lost or doubled job changes nothing, because handlers read the truth from our tables.
 */
import { insertJob } from '@/adapters/queue/pg-boss';
import type { QueueName } from '@/adapters/queue/queues';
import type { Db } from '@/db/types';
import { wakeWorkers } from './wake';

export type EnqueueOptions = {
  /** Not before this time. */
  startAfter?: Date;
};

/** The data is checked against the job's schema when it runs. */
export async function enqueue(
  db: Db,
  name: QueueName,
  data: Record<string, unknown>,
  options: EnqueueOptions = {},
): Promise<void> {
  await insertJob(db, name, data, options);
  wakeWorkers(name);
}
