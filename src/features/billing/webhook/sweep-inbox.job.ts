import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { tellParked } from '../reconcile/tell-parked';
import { writeMissingNotes } from '../refunds/write-missing-notes';
import { checkOpenOrders, requeueEvents, sendLostRefunds } from './sweep-inbox';

export const sweepInboxJob = defineJob(z.object({}), async (_data, { db, signal }) => {
  const now = new Date();
  await requeueEvents(db, now);
  const { appUrl } = env();
  await checkOpenOrders(db, { now, appUrl, signal });
  await sendLostRefunds(db, { now, appUrl, signal });
  await writeMissingNotes(db, { now, appUrl, signal });
  await tellParked(db, now);
});
