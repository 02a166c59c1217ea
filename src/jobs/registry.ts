/** Which handler works off which queue. One line a job; the handler lives with its feature as `<verb>.job.ts`. */
import type { QueueName } from '@/adapters/queue/queues';
import { deliverMailJob, sweepMailJob } from '@/features/notifications/deliver-mail.job';
import { pruneEventsJob } from '@/features/notifications/prune-events.job';
import type { JobDefinition } from './definition';

export const JOBS: Partial<Record<QueueName, JobDefinition>> = {
  'mail.deliver': deliverMailJob,
  'mail.sweep': sweepMailJob,
  'events.prune': pruneEventsJob,
};
