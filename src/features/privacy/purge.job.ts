import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { deletionRequest } from '@/db/schema/privacy';
import { defineJob } from '@/jobs/definition';
import { enqueue } from '@/jobs/port';
import { jobCtx } from '@/jobs/trusted-ctx';
import { plus, SECOND } from '@/lib/time';
import { purgeDeletion } from './purge';

export const purgeJob = defineJob(z.object({ requestId: z.string() }), async ({ requestId }, { db }) => {
  const [request] = await db
    .select({ orgId: deletionRequest.organizationId })
    .from(deletionRequest)
    .where(eq(deletionRequest.id, requestId));
  if (!request) return;
  const result = await purgeDeletion(jobCtx(db, request.orgId, 'privacy.purge'), requestId);
  if (result === 'waiting') {
    await enqueue(db, 'privacy.purge', { requestId }, { startAfter: plus(new Date(), 5 * SECOND) });
  }
});
