/** What the palette finds in a team: people, for those who run it, and one's own headshots. */
import { sql } from 'drizzle-orm';
import { contains } from '@/db/contains';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requireMember, requirePermission } from '@/lib/actor';
import { roleMay } from '@/lib/permissions';
import type { FindInput } from './input';

const MOST = 6;

export type FoundPerson = { name: string; email: string };

export type FoundGeneration = {
  id: string;
  style: string;
  status: string;
  pictures: number;
  /** ISO 8601, UTC. */
  createdAt: string;
};

/** The first few of each. Without words: nobody, and the newest headshots. */
export async function findInTeam(
  ctx: Ctx,
  { words }: FindInput,
): Promise<{ people: FoundPerson[]; generations: FoundGeneration[] }> {
  requirePermission(ctx.actor, 'team:read');
  const { role } = requireMember(ctx.actor);
  const [people, generations] = await Promise.all([
    words && roleMay(role, 'members:read') ? findPeople(ctx, words) : [],
    findMyGenerations(ctx, words),
  ]);
  return { people, generations };
}

function findPeople(ctx: Ctx, words: string): Promise<FoundPerson[]> {
  return selectRows<FoundPerson>(
    ctx.db,
    sql`
      select u.name, u.email from member m join "user" u on u.id = m.user_id
      where m.organization_id = ${ctx.orgId}
        and (u.name ilike ${contains(words)} or u.email ilike ${contains(words)})
      order by u.name, m.id limit ${MOST}`,
  );
}

async function findMyGenerations(ctx: Ctx, words: string): Promise<FoundGeneration[]> {
  const { memberId } = requireMember(ctx.actor);
  const rows = await selectRows<FoundGeneration>(
    ctx.db,
    sql`
      select g.id, s.name as style, g.status, to_json(g.created_at) #>> '{}' as "createdAt",
        (select count(*) from picture p where p.generation_id = g.id and p.status = 'accepted'
          and p.deleted_at is null)::int as pictures
      from generation g join style s on s.id = g.style_id
      where g.organization_id = ${ctx.orgId} and g.member_id = ${memberId} and g.deleted_at is null
        ${words ? sql`and s.name ilike ${contains(words)}` : sql``}
      order by g.created_at desc, g.id desc limit ${MOST}`,
  );
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() }));
}
