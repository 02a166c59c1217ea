/** A member with many pictures, and a team with many people, made by set-based SQL: no files, only rows. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import type { Db } from '@/db/types';
import { makeTeam } from '../../../tests/support/factories';

const PICTURES_EACH = 4;

/** Answers the member's context. The pictures spread over a year. */
export async function makeGallery(db: Db, pictures: number): Promise<Ctx> {
  const { member, orgId } = await makeTeam(db);
  const { memberId, userId, ctx } = member;
  const mark = memberId.slice(-12);
  const generations = Math.ceil(pictures / PICTURES_EACH);
  await db.execute(sql`
    insert into photo_set (id, organization_id, member_id, user_id, status)
    values (${`set_${mark}`}, ${orgId}, ${memberId}, ${userId}, 'deleted')`);
  await db.execute(sql`
    insert into generation (id, organization_id, member_id, user_id, photo_set_id, style_id, quality, aspect, variations, engine,
      price_version, price_each, charged, status, stage, progress, idempotency_key, request_hash, created_at, finished_at)
    select ${`gen_${mark}_`} || n, ${orgId}, ${memberId}, ${userId}, ${`set_${mark}`}, 'corporate', 'standard', '4:5', ${PICTURES_EACH}::int,
      'studio', '2026-11', 1, ${PICTURES_EACH}::int, 'completed', 'saving', 100, 'bench-' || n, 'bench', at, at
    from generate_series(1, ${generations}::int) n, lateral (select now() - interval '365 days' * n / ${generations}::int as at) t`);
  await db.execute(sql`
    insert into picture (id, organization_id, generation_id, member_id, user_id, number, status, seed, engine, likeness,
      blob_key, thumbnail_key, width, height, favourite)
    select ${`pic_${mark}_`} || n || '_' || p, ${orgId}, ${`gen_${mark}_`} || n, ${memberId}, ${userId}, p, 'accepted', p, 'studio', 0.9,
      'bench', 'bench', 1024, 1280, n % 7 = 0
    from generate_series(1, ${generations}::int) n, generate_series(1, ${PICTURES_EACH}::int) p`);
  return ctx;
}
