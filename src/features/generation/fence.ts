/**
 * The fence: a worker that was thought dead and comes back must not write. Each claim and each end raises the row's
 * fence, so a write under an old one finds nothing.
 */
import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { generation } from '@/db/schema/generation';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { type Claim, claimCtx, LEASE_SECONDS } from './claim';

/** Somebody else owns the generation now, or it has ended. Not a failure: stop and write nothing more. */
export class LostClaim extends Error {
  constructor(id: string) {
    super(`Generation ${id} is no longer ours.`);
    this.name = 'LostClaim';
  }
}

/** Runs `work` in one transaction that holds the generation's row under our fence. Throws `LostClaim`. */
export function withFence<T>(db: Db, claim: Claim, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return inTransaction(claimCtx(db, claim), async (ctx) => {
    const rows = await ctx.db
      .select({ id: generation.id })
      .from(generation)
      .where(
        and(
          eq(generation.id, claim.id),
          eq(generation.fence, claim.fence),
          eq(generation.status, 'processing'),
        ),
      )
      .for('update');
    if (rows.length === 0) throw new LostClaim(claim.id);
    return work(ctx);
  });
}

/**
 * Extends the lease. Answers whether the work is still wanted: the member is in the team and their consent stands. Throws
 * `LostClaim`.
 */
export async function renewLease(db: Db, claim: Claim): Promise<boolean> {
  const [row] = await selectRows<{ wanted: boolean }>(
    db,
    sql`
      update generation g set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      where g.id = ${claim.id} and g.fence = ${claim.fence} and g.status = 'processing'
      returning ${WANTED} as wanted`,
  );
  if (!row) throw new LostClaim(claim.id);
  return row.wanted;
}

/** Whether generation `g` may go on. Removing a member or withdrawing consent makes this false; the next look stops the work. */
export const WANTED = sql`(
  exists (select 1 from member m where m.id = g.member_id and m.organization_id = g.organization_id)
  and exists (
    select 1 from consent c
    where c.organization_id = g.organization_id and c.user_id = g.user_id and c.withdrawn_at is null
  )
  and exists (select 1 from photo_set s where s.id = g.photo_set_id and s.status <> 'deleted')
)`;
