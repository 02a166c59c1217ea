import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { watchBalances } from './watch-balances';

/** Every minute: notices about low balances, and top-ups. */
export const watchBalancesJob = defineJob(z.object({}), (_data, { db, signal }) =>
  watchBalances(db, { now: new Date(), appUrl: env().appUrl, signal }),
);
