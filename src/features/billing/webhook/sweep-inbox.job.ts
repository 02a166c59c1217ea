import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { log } from '@/lib/log';
import { checkOpenOrders } from '../checkout/check-open-orders';
import { tellParked } from '../reconcile/tell-parked';
import { sendLostRefunds } from '../refunds/send-lost-refunds';
import { writeMissingNotes } from '../refunds/write-missing-notes';
import { requeueEvents } from './requeue-events';

/** Every minute: what was missed is found again. A step that fails is logged, holds up no other, and fails the job at its end. */
export const sweepInboxJob = defineJob(z.object({}), async (_data, { db, signal }) => {
  const now = new Date();
  const options = { now, appUrl: env().appUrl, signal };
  const steps: Record<string, () => Promise<unknown>> = {
    events: () => requeueEvents(db, now),
    orders: () => checkOpenOrders(db, options),
    refunds: () => sendLostRefunds(db, options),
    'credit notes': () => writeMissingNotes(db, options),
    parked: () => tellParked(db, now),
  };
  const failed: string[] = [];
  for (const [step, work] of Object.entries(steps)) {
    try {
      await work();
    } catch (error) {
      log.error({ err: error, step }, 'a step of the sweep failed');
      failed.push(step);
    }
  }
  if (failed.length > 0) throw new Error(`The sweep failed at: ${failed.join(', ')}.`);
});
