import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { jobCtx } from '@/jobs/trusted-ctx';
import { closeTeamAtStripe } from './close-team';

/** Tells Stripe that a team has ended, until it answers. */
export const closeTeamJob = defineJob(z.object({ orgId: z.string() }), async ({ orgId }, { db }) => {
  const { client } = await stripeAccount();
  const scope = { now: new Date(), appUrl: env().appUrl };
  await closeTeamAtStripe(jobCtx(db, orgId, 'billing.close-team'), client, scope);
});
