/** The wake: only says "look". A lost or doubled one changes nothing. */
import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { lanesOf } from './engines/active';
import { workOffQueue } from './work-off-queue';

export const runGenerationJob = defineJob(
  z.object({ generationId: z.string().optional() }),
  (_data, { db, signal }) => workOffQueue(db, signal),
  // While one wake is busy with a long generation, the next finds the other lanes.
  { atOnce: () => lanesOf().length },
);
