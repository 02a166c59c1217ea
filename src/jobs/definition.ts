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
};

/** A job is the schema of its data and what to do with it. */
export function defineJob<S extends z.ZodType>(
  schema: S,
  handler: (data: z.infer<S>, context: JobContext) => Promise<void>,
): JobDefinition {
  return { run: (data, context) => handler(schema.parse(data), context) };
}
