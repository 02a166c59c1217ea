import { z } from 'zod';
import { env } from '@/env';
import { defineJob } from '@/jobs/definition';
import { executeRefund } from './execute-refund';

/** Sends a refund that an admin asked for. */
export const executeRefundJob = defineJob(z.object({ refundId: z.string() }), ({ refundId }, { db }) =>
  executeRefund(db, refundId, { now: new Date(), appUrl: env().appUrl }),
);
