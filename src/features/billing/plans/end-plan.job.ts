import { z } from 'zod';
import { stripeAccount } from '@/adapters/payments/stripe';
import { defineJob } from '@/jobs/definition';
import { endPlan } from './end-plan';

/** Ends a plan at Stripe that goes on there and must not: bought twice, unpaid beyond its grace, or paid back. */
export const endPlanJob = defineJob(
  z.object({ stripeSubscriptionId: z.string(), refund: z.boolean() }),
  async (data) => endPlan((await stripeAccount()).client, data),
);
