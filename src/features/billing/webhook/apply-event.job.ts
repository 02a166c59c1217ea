import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { applyEvent } from './apply-event';

/** Applies one Stripe event that the webhook wrote down. */
export const applyEventJob = defineJob(z.object({ eventId: z.string() }), async ({ eventId }, { db }) => {
  await applyEvent(db, eventId, { now: new Date(), appUrl: env().appUrl });
});
