import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { keepSchedule } from './retention';

export const retentionJob = defineJob(z.object({}), async (_data, { db }) => {
  log.info(await keepSchedule(db, new Date()), 'retention');
});
