/** What the home page of a team says about the acting member. Reads only what is their own. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requireMember } from '@/lib/actor';
import type { MyProgress } from './rules';

export async function getMyProgress(ctx: Ctx): Promise<MyProgress> {
  const { memberId, userId } = requireMember(ctx.actor);
  const [row] = await selectRows<MyProgress>(
    ctx.db,
    sql`
      select
        exists (select 1 from consent c where c.organization_id = ${ctx.orgId} and c.user_id = ${userId}
          and c.withdrawn_at is null) as consented,
        exists (select 1 from photo_set s where s.organization_id = ${ctx.orgId} and s.member_id = ${memberId}
          and s.status = 'submitted' and s.shelved_at is null) as "photosReady",
        (select count(*) from photo p join photo_set s on s.id = p.photo_set_id
          where s.organization_id = ${ctx.orgId} and s.member_id = ${memberId} and s.status = 'open'
            and s.shelved_at is null and p.deleted_at is null and p.status in ('accepted', 'warned'))::int as "usablePhotos",
        (select g.id from generation g where g.organization_id = ${ctx.orgId} and g.member_id = ${memberId}
          and g.status in ('queued', 'processing') and g.deleted_at is null
          order by g.created_at desc limit 1) as "runningId",
        (select count(*) from picture p where p.organization_id = ${ctx.orgId} and p.member_id = ${memberId}
          and p.status = 'accepted' and p.deleted_at is null)::int as pictures`,
  );
  if (!row) throw new Error('a select without rows');
  return row;
}

export type LatestPicture = { id: string; generationId: string; style: string };

/** The newest headshots of the acting member. */
export async function listMyLatestPictures(ctx: Ctx, limit = 4): Promise<LatestPicture[]> {
  const { memberId } = requireMember(ctx.actor);
  return selectRows<LatestPicture>(
    ctx.db,
    sql`
      select p.id, p.generation_id as "generationId", s.name as style
      from picture p join generation g on g.id = p.generation_id join style s on s.id = g.style_id
      where p.organization_id = ${ctx.orgId} and p.member_id = ${memberId} and p.status = 'accepted'
        and p.deleted_at is null and g.deleted_at is null
      order by p.created_at desc, p.id desc limit ${limit}`,
  );
}
