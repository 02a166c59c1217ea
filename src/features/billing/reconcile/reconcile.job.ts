import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { startOf } from './reached';
import { reconcile } from './reconcile';
import { tellDifferences } from './tell-differences';

/** Hourly: everything since the last comparison. */
export const reconcileJob = defineJob(z.object({}), async (_data, { db }) => {
  const { client } = await stripeAccount();
  const now = new Date();
  const from = await startOf(db, now);
  const { appUrl } = env();
  const report = await reconcile({ db, stripe: client, from, now, appUrl, repair: true });
  const { checked, repaired, differences } = report;
  if (differences.length === 0) log.info({ checked, repaired }, 'payments agree with Stripe');
  else {
    const some = differences.slice(0, 50);
    log.error({ count: differences.length, differences: some }, 'payments differ from Stripe');
  }
  await tellDifferences(db, now);
});
