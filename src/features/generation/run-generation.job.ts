/** The wake: takes generations from the queue until none is left. A lost or doubled wake changes nothing. */
import { z } from 'zod';
import type { Db } from '@/db/types';
import { defineJob } from '@/jobs/definition';
import { enqueue } from '@/jobs/port';
import { log } from '@/lib/log';
import { MINUTE } from '@/lib/time';
import { claimGeneration } from './claim';
import { chainFrom, runnableEngines } from './engines/active';
import { runGeneration } from './run-generation';

/** The queue takes a job away after 15 minutes; long before that a fresh wake goes on with the rest. */
const LONGEST_SHIFT = 8 * MINUTE;

const holder = globalThis as typeof globalThis & { headcraftGenerating?: boolean };

export const runGenerationJob = defineJob(
  z.object({ generationId: z.string().optional() }),
  (_data, { db, signal }) => workOffQueue(db, signal),
);

/** One generation at a time in a process: the engine here uses all of the machine. A second wake finds the first at work. */
export async function workOffQueue(db: Db, shutdown: AbortSignal): Promise<void> {
  if (holder.headcraftGenerating) return;
  holder.headcraftGenerating = true;
  try {
    const end = Date.now() + LONGEST_SHIFT;
    while (!shutdown.aborted) {
      const claim = await claimGeneration(db, runnableEngines());
      if (!claim) return;
      const outcome = await runGeneration(db, claim, { chain: chainFrom(claim.engine), shutdown });
      log.info({ generationId: claim.id, run: claim.attempts, outcome }, 'generation run');
      if (Date.now() > end) {
        await enqueue(db, 'generation.run', {});
        return;
      }
    }
  } finally {
    holder.headcraftGenerating = false;
  }
}
