/** Links of pictures: the owner's, and the one that somebody opens. A link dies with its picture, and with its owner's membership. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { member } from '@/db/schema/auth';
import { generation, picture } from '@/db/schema/generation';
import { pictureLink, pictureVersion } from '@/db/schema/headshots';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { plus, systemClock } from '@/lib/time';
import { getOwnPicture, type PicturePlace } from '../own-picture';
import { getPictureFile, type PictureFile } from '../picture-files';
import { isSealed, sealOf } from './link-seal';
import { FILE_LIFETIME, type LinkView, type SharedPicture } from './link-types';

export type LinkRow = typeof pictureLink.$inferSelect;

/** Null when it has none. Throws `not_found` for a picture that is not there or not theirs. */
export async function findLink(ctx: Ctx, place: PicturePlace, clock = systemClock): Promise<LinkView | null> {
  const { id } = await getOwnPicture(ctx, place);
  const [row] = await ctx.db.select().from(pictureLink).where(eq(pictureLink.pictureId, id));
  return row ? toLinkView(row, clock()) : null;
}

/** Of the member's own pictures of one generation, by the picture's id. */
export async function listLinks(
  ctx: Ctx,
  generationId: string,
  clock = systemClock,
): Promise<Record<string, LinkView>> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  const rows = await ctx.db
    .select({ link: pictureLink })
    .from(pictureLink)
    .innerJoin(picture, eq(picture.id, pictureLink.pictureId))
    .where(
      and(
        eq(picture.generationId, generationId),
        eq(pictureLink.organizationId, ctx.orgId),
        eq(pictureLink.memberId, memberId),
        isNull(picture.deletedAt),
      ),
    );
  const now = clock();
  return Object.fromEntries(rows.map(({ link }) => [link.pictureId, toLinkView(link, now)]));
}

export function toLinkView(row: LinkRow, now: Date): LinkView {
  return {
    url: `${env().appUrl}/shared/${row.id}.${sealOf(row)}`,
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt <= now,
  };
}

/** What the address of a page opens: `expired` only for one that was a link of ours; null for everything else, which is never told apart. */
export async function openLink(
  db: Db,
  token: string,
  clock = systemClock,
): Promise<SharedPicture | 'expired' | null> {
  const [id = '', seal = ''] = token.split('.');
  const row = await findLiving(db, id);
  if (!row || !isSealed(row.link, seal)) return null;
  const now = clock();
  if (row.link.expiresAt <= now) return 'expired';
  const until = plus(now, FILE_LIFETIME).getTime();
  return {
    url: `/api/files/shared/${id}?until=${until}&seal=${sealOf(row.link, until)}`,
    width: row.version?.width ?? row.width ?? 4,
    height: row.version?.height ?? row.height ?? 5,
    transparent: row.version?.format === 'png',
    madeByAi: (row.engine ?? row.generationEngine) !== 'studio',
    expiresAt: row.link.expiresAt.toISOString(),
  };
}

/** The file behind an opened link, for ten minutes after that, while the link itself still lives. Throws `not_found`. */
export async function getSharedFile(
  db: Db,
  { id, until, seal }: { id: string; until: number; seal: string },
  clock = systemClock,
): Promise<PictureFile & { pictureId: string }> {
  const row = await findLiving(db, id);
  const now = clock();
  if (!row || !isSealed(row.link, seal, until) || until <= now.getTime() || row.link.expiresAt <= now)
    throw notFound('picture');
  const { pictureId, userId } = row.link;
  const file = await getPictureFile({ db, userId }, { pictureId, variant: 'picture' }, clock);
  return { ...file, pictureId };
}

/** The link, while its picture is there and its owner is a member. */
async function findLiving(db: Db, id: string) {
  const [row] = await db
    .select({
      link: pictureLink,
      width: picture.width,
      height: picture.height,
      engine: picture.engine,
      generationEngine: generation.engine,
      version: { width: pictureVersion.width, height: pictureVersion.height, format: pictureVersion.format },
    })
    .from(pictureLink)
    .innerJoin(
      picture,
      and(
        eq(picture.id, pictureLink.pictureId),
        eq(picture.userId, pictureLink.userId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
      ),
    )
    .innerJoin(generation, and(eq(generation.id, picture.generationId), isNull(generation.deletedAt)))
    .innerJoin(
      member,
      and(
        eq(member.id, pictureLink.memberId),
        eq(member.userId, pictureLink.userId),
        eq(member.organizationId, pictureLink.organizationId),
      ),
    )
    .leftJoin(pictureVersion, eq(pictureVersion.id, picture.currentVersionId))
    .where(eq(pictureLink.id, id));
  return row ?? null;
}
