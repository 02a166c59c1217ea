import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { deliverPush } from './deliver-push';

export const deliverPushJob = defineJob(
  z.object({ subscriptionId: z.string(), href: z.string() }),
  (data, { db }) => deliverPush(db, data),
);
