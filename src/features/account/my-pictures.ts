/** A person's own headshots from every team, also from those they left: they stay the person's, as long as that team keeps pictures. */
import { and, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { member, organization } from '@/db/schema/auth';
import { generation, picture, style } from '@/db/schema/generation';
import { pictureLink } from '@/db/schema/headshots';
import type { Db } from '@/db/types';
import { keptUntil } from '@/features/privacy/keep-rules';
import { listPictureDays } from '@/features/privacy/picture-days';
import { fromCursor, toCursor } from '@/lib/time-cursor';

export const PICTURES_A_PAGE = 24;

export type MyPicture = {
  id: string;
  team: string;
  style: string;
  /** ISO 8601. */
  createdAt: string;
  /** Its page in the team; null when the person has left it. */
  href: string | null;
  /** Until when whoever has its link can see it; null: only the person. */
  sharedUntil: string | null;
  /** When it is deleted; null while that team has Pro. */
  keptUntil: string | null;
};

export type MyPicturesPage = { pictures: MyPicture[]; nextCursor: string | null };

/** The latest first. Throws `malformed` for a cursor that is not ours. */
export async function listMyPictures(
  db: Db,
  userId: string,
  { cursor, limit = PICTURES_A_PAGE }: { cursor?: string | undefined; limit?: number },
  now: Date,
): Promise<MyPicturesPage> {
  const rows = await db
    .select({
      id: picture.id,
      orgId: picture.organizationId,
      generationId: picture.generationId,
      team: organization.name,
      slug: organization.slug,
      style: style.name,
      createdAt: picture.createdAt,
      finishedAt: generation.finishedAt,
      warnedAt: generation.warnedAt,
      memberId: member.id,
      sharedUntil: pictureLink.expiresAt,
    })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .innerJoin(style, eq(style.id, generation.styleId))
    .innerJoin(organization, eq(organization.id, picture.organizationId))
    .leftJoin(member, eq(member.id, generation.memberId))
    // A link ends with the membership, too.
    .leftJoin(
      pictureLink,
      and(
        eq(pictureLink.pictureId, picture.id),
        eq(pictureLink.memberId, member.id),
        gt(pictureLink.expiresAt, now),
      ),
    )
    .where(
      and(
        eq(picture.userId, userId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
        isNull(generation.deletedAt),
        cursor ? before(cursor) : undefined,
      ),
    )
    .orderBy(desc(picture.createdAt), desc(picture.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const teams = page.map(({ orgId }) => orgId);
  const days = await listPictureDays(db, teams, now);
  const pictures = page.map(({ id, team, style, createdAt, finishedAt, warnedAt, ...row }) => {
    const until = keptUntil({ finishedAt: finishedAt ?? now, warnedAt }, days.get(row.orgId) ?? null, now);
    return {
      id,
      team,
      style,
      createdAt: createdAt.toISOString(),
      href: row.memberId ? `/teams/${row.slug}/headshots/${row.generationId}` : null,
      sharedUntil: row.sharedUntil?.toISOString() ?? null,
      keptUntil: until?.toISOString() ?? null,
    };
  });
  return { pictures, nextCursor: rows.length > limit && last ? toCursor(last) : null };
}

function before(cursor: string): SQL {
  const { at, id } = fromCursor(cursor);
  return sql`(${picture.createdAt}, ${picture.id}) < (${at}::timestamptz, ${id})`;
}
