/** What running generations have set aside. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';

export type OpenHold = {
  id: string;
  /** Null when the person has left. */
  memberId: string | null;
  name: string;
  amount: number;
  /** ISO 8601, UTC. */
  since: string;
};

/**
 * Open holds, oldest first, of the team or of one wallet. Starts from the wallets that hold anything, so that a long history of
 * resolved holds costs nothing.
 */
export async function listOpenHolds(
  ctx: Ctx,
  options: { memberId?: string; limit?: number } = {},
  { t }: Texts = currentTexts(),
): Promise<OpenHold[]> {
  requirePermission(ctx.actor, 'credits:read');
  const { memberId, limit = 10 } = options;
  const rows = await selectRows<Omit<OpenHold, 'since'> & { since: Date | string }>(
    ctx.db,
    sql`
      select h.id, m.id as "memberId", coalesce(u.name, ${t('credits.formerMember')}) as name, h.amount, h.created_at as since
      from ledger_account a
      join ledger_balance b on b.account_id = a.id and b.held > 0
      join credit_hold h on h.wallet_account = a.id
      left join member m on m.id = a.member_id
      left join "user" u on u.id = m.user_id
      where a.organization_id = ${ctx.orgId} and a.kind = 'wallet'
        ${memberId ? sql`and a.member_id = ${memberId}` : sql``}
        and not exists (select 1 from hold_resolution r where r.hold_id = h.id)
      order by h.created_at, h.id limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}
