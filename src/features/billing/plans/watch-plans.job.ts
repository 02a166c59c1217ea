import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { watchPlans } from './watch-plans';

export const watchPlansJob = defineJob(z.object({}), async (_data, { db, signal }) => {
  const { client } = await stripeAccount();
  await watchPlans(db, client, { now: new Date(), appUrl: env().appUrl, signal });
});
