import { and, eq, inArray, lt } from 'drizzle-orm';
import { generation } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { ENTITLEMENTS, TIERS } from '@/features/billing/entitlement-rules';
import { listTiers } from '@/features/billing/entitlements';

const HIGHEST = Math.max(...TIERS.map((tier) => ENTITLEMENTS[tier].queuePriority));

/**
 * What waits in the queue moves up when its team has come to a better tier since it was started; nothing moves down: it was
 * asked for under the better one. Answers how many moved.
 */
export async function raisePriority(db: Db, now: Date): Promise<number> {
  const waiting = await db
    .selectDistinct({ orgId: generation.organizationId })
    .from(generation)
    .where(and(eq(generation.status, 'queued'), lt(generation.priority, HIGHEST)));
  const tiers = await listTiers(
    db,
    waiting.map(({ orgId }) => orgId),
    now,
  );
  let raised = 0;
  for (const tier of TIERS) {
    const priority = ENTITLEMENTS[tier].queuePriority;
    const orgIds = [...tiers].flatMap(([orgId, has]) => (has === tier ? [orgId] : []));
    if (orgIds.length === 0) continue;
    const rows = await db
      .update(generation)
      .set({ priority })
      .where(
        and(
          eq(generation.status, 'queued'),
          lt(generation.priority, priority),
          inArray(generation.organizationId, orgIds),
        ),
      )
      .returning({ id: generation.id });
    raised += rows.length;
  }
  return raised;
}
