import { sql } from 'drizzle-orm';
import { contains } from '@/db/contains';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import type { Role } from '@/lib/permissions';
import { type ListInput, listInput } from './input';

export type InvitationLine = {
  id: string;
  email: string;
  role: Role;
  credits: number;
  status: 'pending' | 'expired';
  expiresAt: string;
  createdAt: string;
  inviter: string | null;
};

/**
 * Invitations that somebody may still act on, newest first: pending ones, and expired ones whose person was neither invited again nor
 * joined. Tokens never come out: only their hashes exist.
 */
export async function listInvitations(
  ctx: Ctx,
  input: ListInput = {},
  now = new Date(),
): Promise<{ invitations: InvitationLine[]; nextCursor: string | null }> {
  requirePermission(ctx.actor, 'members:read');
  const { cursor, limit, search } = listInput.parse(input);
  const rows = await selectRows<InvitationLine>(
    ctx.db,
    sql`
      select i.id, i.email, i.role, i.promised_credits as credits,
        case when i.status = 'pending' and i.expires_at > ${now.toISOString()}::timestamptz then 'pending' else 'expired' end
          as status,
        to_json(i.expires_at) #>> '{}' as "expiresAt", to_json(i.created_at) #>> '{}' as "createdAt", u.name as inviter
      from team_invitation i left join "user" u on u.id = i.invited_by
      where i.organization_id = ${ctx.orgId}
        and (i.status = 'pending' or (i.status = 'expired'
          and not exists (select 1 from team_invitation newer where newer.organization_id = i.organization_id
            and newer.email = i.email and newer.id > i.id)
          and not exists (select 1 from member m join "user" p on p.id = m.user_id
            where m.organization_id = i.organization_id and p.email = i.email)))
        ${cursor ? sql`and i.id < ${cursor}` : sql``}
        ${search ? sql`and i.email ilike ${contains(search)}` : sql``}
      order by i.id desc limit ${limit + 1}`,
  );
  const invitations = rows.slice(0, limit).map((row) => ({
    ...row,
    expiresAt: new Date(row.expiresAt).toISOString(),
    createdAt: new Date(row.createdAt).toISOString(),
  }));
  return { invitations, nextCursor: rows.length > limit ? (invitations.at(-1)?.id ?? null) : null };
}
