import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { jobCtx } from '@/jobs/trusted-ctx';
import { pushBillingDetails } from './push-billing-details';

/** Hands billing details on to Stripe, in case it did not answer when they were saved. A refused tax id is shown on the billing page. */
export const pushBillingDetailsJob = defineJob(z.object({ orgId: z.string() }), async ({ orgId }, { db }) => {
  await pushBillingDetails(jobCtx(db, orgId, 'billing.push-details'));
});
