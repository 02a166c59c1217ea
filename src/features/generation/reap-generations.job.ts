import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { reapGenerations } from './reap-generations';

/** Every minute. */
export const reapGenerationsJob = defineJob(z.object({}), async (_data, { db }) => {
  const reaped = await reapGenerations(db, new Date());
  if (reaped.handedBack + reaped.stopped + reaped.files > 0) log.info(reaped, 'generations reaped');
});
