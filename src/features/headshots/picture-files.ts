/** Which stored file a person may read. The row is asked every time: a link dies with its picture. */
import { and, asc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture, style } from '@/db/schema/generation';
import { pictureVersion } from '@/db/schema/headshots';
import type { Db } from '@/db/types';
import { getEntitlements } from '@/features/billing/entitlements';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { CONTENT_TYPES } from './deliver';
import type { Format } from './download-types';

export const PICTURE_VARIANTS = ['picture', 'thumbnail'] as const;
export type PictureVariant = (typeof PICTURE_VARIANTS)[number];

export type PictureFile = {
  key: string;
  stored: Format;
  contentType: string;
  /** Whether the team it was made in has pictures marked now. */
  visible: boolean;
};

/**
 * The file of an accepted picture for the person it shows, in whichever team it was made: it is theirs after they left,
 * too. `version` is the id of a saved edit or `original`; without it the one that is shown. Throws `not_found`.
 */
export async function getPictureFile(
  { db, userId }: { db: Db; userId: string },
  {
    pictureId,
    variant,
    version,
  }: { pictureId: string; variant: PictureVariant; version?: string | undefined },
  clock = systemClock,
): Promise<PictureFile> {
  const [row] = await db
    .select({
      orgId: picture.organizationId,
      blobKey: picture.blobKey,
      thumbnailKey: picture.thumbnailKey,
      edited: EDITED,
    })
    .from(picture)
    .leftJoin(pictureVersion, shownVersion(version))
    .where(
      and(
        eq(picture.id, pictureId),
        eq(picture.userId, userId),
        eq(picture.status, 'accepted'),
        isNull(picture.deletedAt),
      ),
    );
  // Without its version a picture asked for by version is not there.
  if (version && version !== 'original' && !row?.edited) throw notFound('picture');
  const files = row?.edited ?? row;
  const key = variant === 'picture' ? files?.blobKey : files?.thumbnailKey;
  if (!row || !key) throw notFound('picture');
  const { watermark } = await getEntitlements({ db, orgId: row.orgId }, clock());
  const stored = variant === 'thumbnail' ? 'webp' : (row.edited?.format ?? 'jpeg');
  return { key, stored, contentType: CONTENT_TYPES[stored], visible: watermark };
}

const EDITED = {
  blobKey: pictureVersion.blobKey,
  thumbnailKey: pictureVersion.thumbnailKey,
  format: pictureVersion.format,
  box: pictureVersion.box,
};

/** Which saved edit stands for its picture: the wanted one, else the one that is shown; none for `original`. */
function shownVersion(wanted?: string) {
  return and(
    eq(pictureVersion.pictureId, picture.id),
    eq(pictureVersion.id, wanted ?? picture.currentVersionId),
    isNotNull(pictureVersion.readyAt),
    isNull(pictureVersion.deletedAt),
  );
}

export type DownloadablePicture = {
  id: string;
  key: string;
  stored: Format;
  number: number;
  style: string;
  finishedAt: Date;
  /** Where the eyes lie, a fraction of the height of what is delivered; null when it is not known. */
  eyeLine: number | null;
};

type Wanted = { generationId: string; pictureId?: string } | { pictureIds: readonly string[] };

/**
 * The accepted pictures of one of the member's generations, or the one asked for, or those of any of theirs. Throws `not_found` when
 * there is none, or one of the named is not.
 */
export async function listDownloadable(ctx: Ctx, wanted: Wanted): Promise<DownloadablePicture[]> {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  const rows = await ctx.db
    .select({
      id: picture.id,
      key: picture.blobKey,
      edited: EDITED,
      number: picture.number,
      style: style.id,
      finishedAt: generation.finishedAt,
      layout: picture.layout,
      height: picture.height,
      createdAt: picture.createdAt,
    })
    .from(picture)
    .innerJoin(generation, eq(generation.id, picture.generationId))
    .innerJoin(style, eq(style.id, generation.styleId))
    .leftJoin(pictureVersion, shownVersion())
    .where(
      and(
        ...named(wanted),
        eq(generation.organizationId, ctx.orgId),
        eq(generation.memberId, memberId),
        isNull(generation.deletedAt),
        isNull(picture.deletedAt),
        eq(picture.status, 'accepted'),
      ),
    )
    .orderBy(asc(generation.createdAt), asc(generation.id), asc(picture.number));
  const found = rows.flatMap(({ key: original, edited, layout, height, finishedAt, createdAt, ...row }) => {
    const key = edited?.blobKey ?? original;
    const stored = edited?.format ?? 'jpeg';
    const eyeLine = layout && height ? eyesWithin(layout.eyeLine, height, edited?.box) : null;
    return key ? [{ ...row, key, stored, eyeLine, finishedAt: finishedAt ?? createdAt }] : [];
  });
  const expected = 'pictureIds' in wanted ? new Set(wanted.pictureIds).size : 1;
  if (found.length < expected || found.length === 0) throw notFound('picture');
  return found;
}

function named(wanted: Wanted): SQL[] {
  if ('pictureIds' in wanted) return [inArray(picture.id, [...wanted.pictureIds])];
  const { generationId, pictureId } = wanted;
  return [eq(generation.id, generationId), ...(pictureId ? [eq(picture.id, pictureId)] : [])];
}

/** The eye line of a part of the picture. */
function eyesWithin(
  eyeLine: number,
  height: number,
  part: { top: number; height: number } | null | undefined,
): number {
  return part ? (eyeLine * height - part.top) / part.height : eyeLine;
}
