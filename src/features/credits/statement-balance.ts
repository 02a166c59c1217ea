/** What an account had at a moment, for the opening and closing balance of a statement. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { requireWalletAccess } from './access';
import type { StatementOf } from './statement';

/** The balance after the last entry before `moment` (now, when null); zero before the first one. */
export async function findBalanceBefore(ctx: Ctx, of: StatementOf, moment: Date | null): Promise<number> {
  if (of.kind === 'pool') requirePermission(ctx.actor, 'credits:read');
  else requireWalletAccess(ctx.actor, of.memberId);
  const memberId = of.kind === 'wallet' ? of.memberId : '';
  const [row] = await selectRows<{ balance: number }>(
    ctx.db,
    sql`
      select e.balance_after::int as balance
      from ledger_account a join ledger_entry e on e.account_id = a.id and e.version is not null
      where a.organization_id = ${ctx.orgId} and a.kind = ${of.kind} and a.member_id = ${memberId}
        ${moment ? sql`and e.created_at < ${moment.toISOString()}::timestamptz` : sql``}
      order by e.version desc limit 1`,
  );
  return row?.balance ?? 0;
}
