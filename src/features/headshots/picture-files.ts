/** Which stored file a person may read. The row is asked every time: a link dies with its picture. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture, style } from '@/db/schema/generation';
import type { Db } from '@/db/types';
import { getEntitlements } from '@/features/billing/entitlements';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { CONTENT_TYPES } from './deliver';
import type { Format } from './input';

export const PICTURE_VARIANTS = ['picture', 'thumbnail'] as const;
export type PictureVariant = (typeof PICTURE_VARIANTS)[number];

export type PictureFile = {
  key: string;
  stored: Format;
  contentType: string;
  /** Whether the team it was made in has pictures marked now. */
  visible: boolean;
};

const STORED: Readonly<Record<PictureVariant, Format>> = { picture: 'jpeg', thumbnail: 'webp' };

/**
 * The file of an accepted picture for the person it shows, in whichever team it was made: it is theirs after they left,
 * too. Throws `not_found`.
 */
export async function getPictureFile(
  { db, userId }: { db: Db; userId: string },
  pictureId: string,
  variant: PictureVariant,
  clock = systemClock,
): Promise<PictureFile> {
  const [row] = await db
    .select({
      orgId: picture.organizationId,
      blobKey: picture.blobKey,
      thumbnailKey: picture.thumbnailKey,
    })
    .from(picture)
    .where(
      and(
        eq(picture.id, pictureId),
        eq(picture.userId, userId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
      ),
    );
  const key = variant === 'picture' ? row?.blobKey : row?.thumbnailKey;
  if (!row || !key) throw notFound('Picture');
  const { watermark } = await getEntitlements({ db, orgId: row.orgId }, clock());
  const stored = STORED[variant];
  return { key, stored, contentType: CONTENT_TYPES[stored], visible: watermark };
}

export type DownloadablePicture = {
  key: string;
  number: number;
  style: string;
  finishedAt: Date;
};

/** The accepted pictures of one of the member's generations, or the one asked for. Throws `not_found` when there is none. */
export async function listDownloadable(
  ctx: Ctx,
  generationId: string,
  pictureId?: string,
): Promise<DownloadablePicture[]> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  const rows = await ctx.db
    .select({
      key: picture.blobKey,
      number: picture.number,
      style: style.id,
      finishedAt: generation.finishedAt,
      createdAt: picture.createdAt,
    })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .innerJoin(style, eq(style.id, generation.styleId))
    .where(
      and(
        eq(generation.id, generationId),
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        isNull(generation.deletedAt),
        isNull(picture.deletedAt),
        eq(picture.status, 'accepted'),
        pictureId ? eq(picture.id, pictureId) : undefined,
      ),
    )
    .orderBy(asc(picture.number));
  const found = rows.flatMap(({ key, finishedAt, createdAt, ...row }) =>
    key ? [{ ...row, key, finishedAt: finishedAt ?? createdAt }] : [],
  );
  if (found.length === 0) throw notFound(pictureId ? 'Picture' : 'Pictures');
  return found;
}
