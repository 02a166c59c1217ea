/** The second half of deleting an account: files and rows of what was hidden, one deletion request after the other. */
import { and, asc, eq, ne } from 'drizzle-orm';
import { inTransaction } from '@/db/context';
import { accountDeletion, deletionRequest } from '@/db/schema/privacy';
import type { Db } from '@/db/types';
import { stopGeneration } from '@/features/generation/stop-generation';
import { hidePerson } from '@/features/privacy/hide-person';
import { type PurgeResult, purgeDeletion } from '@/features/privacy/purge';
import { jobCtx } from '@/jobs/trusted-ctx';
import { listTeamsWithTraces } from './deletion-terms';

const JOB = 'account.purge';

/** Also hides what was on its way when the account went. Every step can be repeated; `waiting` when somebody else's purge is under way. */
export async function purgeAccount(
  db: Db,
  deletionId: string,
  { now = new Date(), signal }: { now?: Date; signal?: AbortSignal } = {},
): Promise<PurgeResult> {
  const [asked] = await db.select().from(accountDeletion).where(eq(accountDeletion.id, deletionId));
  if (!asked) return 'done';
  const { userId } = asked;
  for (const team of await listTeamsWithTraces(db, userId)) {
    await inTransaction(jobCtx(db, team, JOB), (ctx) => hidePerson(ctx, userId, { stopGeneration }, now));
  }
  const open = await db
    .select({ id: deletionRequest.id, orgId: deletionRequest.organizationId })
    .from(deletionRequest)
    .where(and(eq(deletionRequest.userId, userId), ne(deletionRequest.status, 'done')))
    .orderBy(asc(deletionRequest.requestedAt), asc(deletionRequest.id));
  let result: PurgeResult = 'done';
  for (const { id, orgId } of open) {
    if (signal?.aborted) return 'waiting';
    if ((await purgeDeletion(jobCtx(db, orgId, JOB), id)) === 'waiting') result = 'waiting';
  }
  return result;
}
