/**
 * Keeps to the days that a team's tier keeps pictures: tells their person a week before, then deletes. What is announced and what is
 * deleted follows the tier of this moment; a better one takes the announcement back. Can be repeated: what is due stays due.
 *
 * A generation's pictures are made together and go together. Those of people who left the team follow the same days; only the way to
 * them is another one.
 */
import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import type { Db } from '@/db/types';
import { ENTITLEMENTS, TIERS, type Tier } from '@/features/billing/entitlement-rules';
import { listTiers } from '@/features/billing/entitlements';
import { jobCtx } from '@/jobs/trusted-ctx';
import { isAppError } from '@/lib/errors';
import { DAY, plus } from '@/lib/time';
import { announceBefore, NOTICE_DAYS } from './keep-rules';
import { requestDeletion } from './request-deletion';
import { type DueSoon, warnOfDeletion } from './warn-of-deletion';

const JOB = 'privacy.retention';
/** People who are told, and generations that are deleted, in one run and tier. */
const BATCH = 200;

export type KeptPictures = {
  /** People who were told. */
  warned: number;
  /** Generations whose pictures went. */
  deleted: number;
};

export async function keepPictures(db: Db, now: Date): Promise<KeptPictures> {
  const result = { warned: 0, deleted: 0 };
  for (const [tier, orgIds] of await teamsByTier(db, now)) {
    const { pictureDays } = ENTITLEMENTS[tier];
    await takeBack(db, orgIds, pictureDays, now);
    if (pictureDays === null) continue;
    result.deleted += await deleteDue(db, orgIds, pictureDays, now);
    result.warned += await warn(db, orgIds, tier, pictureDays, now);
  }
  return result;
}

const SHORTEST = Math.min(...TIERS.map((tier) => ENTITLEMENTS[tier].pictureDays ?? Number.POSITIVE_INFINITY));

/** Teams with pictures that are announced, or old enough to be in the strictest tier. */
async function teamsByTier(db: Db, now: Date): Promise<Map<Tier, string[]>> {
  const rows = await selectRows<{ id: string }>(
    db,
    sql`select o.id from organization o where exists (
          select 1 from generation g
          where g.organization_id = o.id and g.status = 'completed' and g.deleted_at is null
            and g.warned_at is null and g.finished_at < ${iso(announceBefore(SHORTEST, now))}::timestamptz)
        union
        select g.organization_id from generation g where g.warned_at is not null and g.deleted_at is null`,
  );
  const tiers = await listTiers(
    db,
    rows.map(({ id }) => id),
    now,
  );
  const teams = new Map<Tier, string[]>();
  for (const [orgId, tier] of tiers) teams.set(tier, [...(teams.get(tier) ?? []), orgId]);
  return teams;
}

/** What is kept longer than announced after all will be announced again in its time. */
async function takeBack(db: Db, orgIds: string[], pictureDays: number | null, now: Date): Promise<void> {
  const kept =
    pictureDays === null
      ? sql`true`
      : sql`g.finished_at >= ${iso(announceBefore(pictureDays, now))}::timestamptz`;
  await db.execute(
    sql`update generation g set warned_at = null
        where g.warned_at is not null and g.deleted_at is null and ${among(orgIds)} and ${kept}`,
  );
}

async function deleteDue(db: Db, orgIds: string[], pictureDays: number, now: Date): Promise<number> {
  const due = await selectRows<{ id: string; orgId: string }>(
    db,
    sql`select g.id, g.organization_id as "orgId" from generation g
        where g.deleted_at is null and ${among(orgIds)}
          and g.warned_at <= ${iso(plus(now, -NOTICE_DAYS * DAY))}::timestamptz
          and g.finished_at <= ${iso(plus(now, -pictureDays * DAY))}::timestamptz
        order by g.warned_at limit ${BATCH}`,
  );
  let deleted = 0;
  for (const { id, orgId } of due) {
    try {
      await requestDeletion(jobCtx(db, orgId, JOB), { kind: 'generation', targetId: id }, () => now);
      deleted += 1;
    } catch (error) {
      // Its person was quicker.
      if (!isAppError(error, 'not_found')) throw error;
    }
  }
  return deleted;
}

async function warn(db: Db, orgIds: string[], tier: Tier, pictureDays: number, now: Date): Promise<number> {
  const soon = await selectRows<DueSoon>(
    db,
    sql`select g.organization_id as "orgId", g.user_id as "userId",
          m.id is null as former, array_agg(g.id order by g.finished_at, g.id) as "generationIds"
        from generation g left join member m on m.id = g.member_id
        where g.status = 'completed' and g.deleted_at is null and g.warned_at is null and ${among(orgIds)}
          and g.finished_at < ${iso(announceBefore(pictureDays, now))}::timestamptz
        group by g.organization_id, g.user_id, m.id is null order by min(g.finished_at) limit ${BATCH}`,
  );
  let warned = 0;
  for (const one of soon)
    if (await warnOfDeletion(jobCtx(db, one.orgId, JOB), one, { tier, pictureDays }, now)) warned += 1;
  return warned;
}

function among(orgIds: string[]) {
  return sql`g.organization_id = any(${sql.param(orgIds)}::text[])`;
}

function iso(moment: Date): string {
  return moment.toISOString();
}
