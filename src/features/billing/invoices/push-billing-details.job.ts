import { z } from 'zod';
import { defineJob } from '@/jobs/definition';
import { jobCtx } from '@/jobs/trusted-ctx';
import { pushBillingDetails } from './push-billing-details';
import { isWrongTaxId } from './save-billing-details';

/** Hands billing details on to Stripe, in case it did not answer when they were saved. */
export const pushBillingDetailsJob = defineJob(z.object({ orgId: z.string() }), async ({ orgId }, { db }) => {
  try {
    await pushBillingDetails(jobCtx(db, orgId, 'billing.push-details'));
  } catch (error) {
    // The person who saved it was told; trying again would not change it.
    if (!isWrongTaxId(error)) throw error;
  }
});
