import { sql } from 'drizzle-orm';
import { contains } from '@/db/contains';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import type { Role } from '@/lib/permissions';
import { type ListInput, listInput } from './input';

export type MemberLine = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  department: string | null;
  joinedAt: string;
  /** Credits free to spend, and those held by running generations. */
  free: number;
  held: number;
  used: number;
  /** How far the person is; never which photos or pictures. */
  progress: 'joined' | 'consented' | 'photos' | 'pictures';
};

/** One query a page, in the order of joining; `nextCursor` is the last id, because ids sort by time. */
export async function listMembers(
  ctx: Ctx,
  input: ListInput = {},
): Promise<{ members: MemberLine[]; nextCursor: string | null }> {
  requirePermission(ctx.actor, 'members:read');
  const { cursor, limit, search, department } = listInput.parse(input);
  const rows = await selectRows<MemberLine>(
    ctx.db,
    sql`
      with page as (
        select m.id, m.user_id, u.name, u.email, m.role, m.department, m.created_at
        from member m join "user" u on u.id = m.user_id
        where m.organization_id = ${ctx.orgId}
          ${cursor ? sql`and m.id > ${cursor}` : sql``}
          ${search ? sql`and (u.name ilike ${contains(search)} or u.email ilike ${contains(search)})` : sql``}
          ${department ? sql`and m.department = ${department}` : sql``}
        order by m.id limit ${limit + 1}
      )
      select page.id, page.user_id as "userId", page.name, page.email, page.role,
        page.department,
        to_json(page.created_at) #>> '{}' as "joinedAt",
        coalesce(b.posted - b.held, 0)::int as free, coalesce(b.held, 0)::int as held, coalesce(b.spent, 0)::int as used,
        case
          when exists (select 1 from picture p where p.organization_id = ${ctx.orgId} and p.member_id = page.id
            and p.status = 'accepted' and p.deleted_at is null) then 'pictures'
          when exists (select 1 from photo_set s where s.organization_id = ${ctx.orgId} and s.member_id = page.id
            and s.status = 'submitted') then 'photos'
          when exists (select 1 from consent c where c.organization_id = ${ctx.orgId} and c.user_id = page.user_id
            and c.withdrawn_at is null) then 'consented'
          else 'joined'
        end as progress
      from page
      left join ledger_account a on a.organization_id = ${ctx.orgId} and a.kind = 'wallet' and a.member_id = page.id
      left join ledger_balance b on b.account_id = a.id
      order by page.id`,
  );
  const members = rows
    .slice(0, limit)
    .map((row) => ({ ...row, joinedAt: new Date(row.joinedAt).toISOString() }));
  return { members, nextCursor: rows.length > limit ? (members.at(-1)?.id ?? null) : null };
}

/** People per step, invited ones included, in one query. */
export type Progress = {
  invited: number;
  members: number;
  photos: number;
  pictures: number;
  /** Members whose wallet is empty and who never spent: nobody gave them credits yet. */
  withoutCredits: number;
};

export async function countProgress(ctx: Ctx): Promise<Progress> {
  requirePermission(ctx.actor, 'members:read');
  const [row] = await selectRows<Progress>(
    ctx.db,
    sql`
      select
        (select count(*) from team_invitation i where i.organization_id = ${ctx.orgId} and i.status = 'pending'
          and i.expires_at > now())::int as invited,
        count(*)::int as members,
        (select count(distinct s.member_id) from photo_set s join member m2 on m2.id = s.member_id
          where s.organization_id = ${ctx.orgId} and s.status = 'submitted')::int as photos,
        (select count(distinct p.member_id) from picture p join member m3 on m3.id = p.member_id
          where p.organization_id = ${ctx.orgId} and p.status = 'accepted' and p.deleted_at is null)::int as pictures,
        count(*) filter (where coalesce(b.posted, 0) = 0 and coalesce(b.spent, 0) = 0)::int as "withoutCredits"
      from member m
      left join ledger_account a on a.organization_id = m.organization_id and a.kind = 'wallet' and a.member_id = m.id
      left join ledger_balance b on b.account_id = a.id
      where m.organization_id = ${ctx.orgId}`,
  );
  return row ?? { invited: 0, members: 0, photos: 0, pictures: 0, withoutCredits: 0 };
}
