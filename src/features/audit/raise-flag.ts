import { isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { staffFlag } from '@/db/schema/audit';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';

type Flag = {
  kind: (typeof staffFlag.$inferInsert)['kind'];
  subjectType: string;
  subjectId: string;
  /** Numbers that say why. Never anything about a face. */
  data: Record<string, number | string>;
};

/** Asks staff to look at somebody's use, once while the flag is open. It changes nothing for the person. Call it in the transaction of what it tells. */
export async function raiseFlag(ctx: Ctx, flag: Flag): Promise<void> {
  const raised = await ctx.db
    .insert(staffFlag)
    .values({ id: newId('flag'), organizationId: ctx.orgId, ...flag })
    .onConflictDoNothing({ target: [staffFlag.kind, staffFlag.subjectId], where: isNull(staffFlag.closedAt) })
    .returning({ id: staffFlag.id });
  if (raised.length > 0) log.warn({ orgId: ctx.orgId, ...flag }, 'staff flag raised');
}
