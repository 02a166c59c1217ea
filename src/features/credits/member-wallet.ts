import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import type { Texts } from '@/texts/make-texts';
import type { Wallet } from './queries';

export type MemberWallet = Wallet & {
  name: string;
  email: string | null;
  role: string | null;
  department: string | null;
  /** False for somebody who has left: the wallet's history stays. */
  present: boolean;
};

/** The wallet of a present or former member of this team; null for anybody else. */
export async function findMemberWallet(
  ctx: Ctx,
  memberId: string,
  { t }: Texts = currentTexts(),
): Promise<MemberWallet | null> {
  requirePermission(ctx.actor, 'credits:read');
  const [row] = await selectRows<MemberWallet>(
    ctx.db,
    sql`
      select a.member_id as "memberId", b.posted::int as balance, b.held::int as held,
        (b.posted - b.held)::int as free, b.spent::int as used,
        coalesce(u.name, ${t('credits.formerMember')}) as name, u.email, m.role, m.department, m.id is not null as present
      from ledger_account a
      join ledger_balance b on b.account_id = a.id
      left join member m on m.id = a.member_id and m.organization_id = a.organization_id
      left join "user" u on u.id = m.user_id
      where a.organization_id = ${ctx.orgId} and a.kind = 'wallet' and a.member_id = ${memberId}`,
  );
  return row ?? null;
}
