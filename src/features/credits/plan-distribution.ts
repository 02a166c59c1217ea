import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { type PlanInput, planInput } from './input';
import { toLedgerError } from './ledger-errors';

export type DistributionPlan = {
  /** People who get something, and those chosen who get nothing. */
  people: number;
  skipped: number;
  /** Credits given in all. */
  total: number;
  poolBefore: number;
  poolAfter: number;
  /** Pass it to `distributeCredits`: it then does exactly this or nothing. */
  expected: string;
  /** Who gets what, by name; the first 50 of them. `before` is what is free to spend now. */
  rows: { memberId: string; name: string; department: string | null; before: number; amount: number }[];
};

const SHOWN = 50;

/** What `distributeCredits` would do now, without doing it. Refuses for the same reasons. */
export async function planDistribution(ctx: Ctx, input: PlanInput): Promise<DistributionPlan> {
  requirePermission(ctx.actor, 'credits:allocate');
  const request = sql`${JSON.stringify(planInput.parse(input))}::jsonb`;
  try {
    const [row] = await selectRows<{ plan: DistributionPlan }>(
      ctx.db,
      sql`
        select ledger_plan(${ctx.orgId}, ${request}) || jsonb_build_object('rows', coalesce((
          select jsonb_agg(jsonb_build_object('memberId', id, 'name', name, 'department', department,
            'before', free, 'amount', amount) order by lower(name), id)
          from (
            select m.id, u.name, m.department, s.free, s.amount
            from ledger_shares(${ctx.orgId}, ${request}) s
            join member m on m.id = s.member_id join "user" u on u.id = m.user_id
            where s.amount > 0 order by lower(u.name), m.id limit ${SHOWN}
          ) shown
        ), '[]')) as plan`,
    );
    if (!row) throw new Error('A plan answered no row.');
    return row.plan;
  } catch (error) {
    throw toLedgerError(error);
  }
}
