import type { z } from 'zod';
import type { Db } from '@/db/types';

export type JobContext = {
  db: Db;
  /** Aborted when the process shuts down: hand the work back. */
  signal: AbortSignal;
};

export type JobDefinition = {
  /** Checks the stored data, then does the work. Throwing retries as `adapters/queue/queues.ts` says. */
  run(data: unknown, context: JobContext): Promise<void>;
  /** Jobs of this kind that one process works on at the same time. */
  atOnce(): number;
};

/** A job is the schema of its data and what to do with it. */
export function defineJob<S extends z.ZodType>(
  schema: S,
  handler: (data: z.infer<S>, context: JobContext) => Promise<void>,
  { atOnce = () => 1 }: Partial<Pick<JobDefinition, 'atOnce'>> = {},
): JobDefinition {
  return { run: (data, context) => handler(schema.parse(data), context), atOnce };
}
