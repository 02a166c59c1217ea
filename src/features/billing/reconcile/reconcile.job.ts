import { desc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { DAY, HOUR, plus } from '@/lib/time';
import { reconcile } from './reconcile';

/** What is new at Stripe may be listed late, and our clocks differ. */
const OVERLAP = 2 * HOUR;
/** Stripe keeps events for 30 days. */
const LONGEST = 30 * DAY;
const FIRST = 3 * DAY;

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
});

/** Where the last comparison without a difference ended, less the overlap; at most 30 days ago. What differs is read again. */
export async function startOf(db: Db, now: Date): Promise<Date> {
  const [last] = await db
    .select({ to: reconciliation.toAt })
    .from(reconciliation)
    .where(sql`jsonb_array_length(${reconciliation.differences}) = 0`)
    .orderBy(desc(reconciliation.createdAt))
    .limit(1);
  const from = last ? plus(last.to, -OVERLAP) : plus(now, -FIRST);
  const earliest = plus(now, -LONGEST);
  return from < earliest ? earliest : from;
}
