import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { queueMail } from '@/features/notifications/notify';
import { defineJob } from '@/jobs/definition';
import { endUnpaidPeriods } from './period-money';
import { tellProEnding } from './tell-pro-ending';
import { watchPlans } from './watch-plans';

/** Hourly. What cannot be applied is mailed to the staff, once a day. */
export const watchPlansJob = defineJob(z.object({}), async (_data, { db, signal }) => {
  const { client } = await stripeAccount();
  const now = new Date();
  await endUnpaidPeriods(db);
  const parked = await watchPlans(db, client, { now, appUrl: env().appUrl, signal });
  await tellProEnding(db, { now, appUrl: env().appUrl, signal });
  if (parked.length > 0) await tellStaff(db, parked, now);
});

async function tellStaff(db: Db, parked: string[], now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  for (const to of env().STAFF_EMAILS) {
    await queueMail(
      { db },
      {
        to,
        template: 'plans-parked',
        props: { count: parked.length, lines: parked.slice(0, 20), url: env().appUrl },
        dedupeKey: `plans-parked:${day}:${to}`,
      },
    );
  }
}
