import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { type Ctx, inTransaction } from '@/db/context';
import { invitation } from '@/db/schema/organizations';
import type { Db } from '@/db/types';
import { defineJob } from '@/jobs/definition';
import { jobCtx } from '@/jobs/trusted-ctx';
import { endInvitation } from './end-invitation';

const JOB = 'organizations.expire-invitations';
const BATCH = 200;

/**
 * Returns the credits of invitations whose week is over. Running it twice, or on two machines, changes nothing. One that fails
 * does not hold up the others; the job then fails as a whole and the next run tries again.
 */
export async function expireInvitations(db: Db, now = new Date()): Promise<number> {
  let ended = 0;
  const failures: unknown[] = [];
  for (let after = ''; ; ) {
    const due = await db
      .select({ id: invitation.id, orgId: invitation.organizationId })
      .from(invitation)
      .where(and(eq(invitation.status, 'pending'), lte(invitation.expiresAt, now), gt(invitation.id, after)))
      .orderBy(asc(invitation.id))
      .limit(BATCH);
    for (const { id, orgId } of due) {
      after = id;
      try {
        const work = (ctx: Ctx) => endInvitation(ctx, id, 'expired', now);
        if (await inTransaction(jobCtx(db, orgId, JOB), work)) ended += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (due.length < BATCH) break;
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} invitations did not expire`);
  return ended;
}

export const expireInvitationsJob = defineJob(z.object({}), async (_data, { db }) => {
  await expireInvitations(db);
});
