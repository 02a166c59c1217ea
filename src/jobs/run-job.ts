import type { QueueName } from '@/adapters/queue/queues';
import { log } from '@/lib/log';
import { withLogContext } from '@/lib/log-context';
import { measured } from '@/lib/telemetry';
import type { JobContext } from './definition';
import { JOBS } from './registry';

/** Runs one job of a queue and logs how it went. What it throws is thrown, so that the queue tries again. */
export async function runJob(
  name: QueueName,
  job: { id: string; data: unknown },
  context: JobContext,
): Promise<void> {
  const started = performance.now();
  await withLogContext({ jobId: job.id }, async () => {
    try {
      await measured('headcraft.job.duration', { queue: name }, async () =>
        JOBS[name]?.run(job.data, context),
      );
      log.info({ job: name, ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      log.error({ job: name, err: error }, 'job failed');
      throw error;
    }
  });
}
