/** Reads of a member's own generations. Nobody else reads them: no admin, no colleague. */
import { and, asc, count, desc, eq, getTableColumns, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { generation, picture, pictureVerdict, style } from '@/db/schema/generation';
import { pictureVersion } from '@/db/schema/headshots';
import { photo } from '@/db/schema/uploads';
import { getEntitlements } from '@/features/billing/entitlements';
import { requireMember, requirePermission } from '@/lib/actor';
import { notFound } from '@/lib/errors';
import { systemClock } from '@/lib/time';
import { fromCursor, toCursor } from '@/lib/time-cursor';
import { type Band, behind, remaining } from './eta';
import type { Comparison, GenerationDetail, GenerationProgress, GenerationSummary } from './generation-types';
import { type GenerationRow, type PictureRow, toGenerationSummary, toPictureView } from './generation-view';
import type { ListGenerationsInput } from './input';
import { STAGE_SHARE, type Stage } from './progress';
import { isOver } from './rules';
import { countAhead, findBand } from './speed-queries';

export type GenerationPage = { generations: GenerationSummary[]; nextCursor: string | null };

/** Newest first. `favourite` means: at least one favourite picture. */
export async function listGenerations(
  ctx: Ctx,
  filters: ListGenerationsInput,
  clock = systemClock,
): Promise<GenerationPage> {
  const { limit, cursor } = filters;
  const rows = await ctx.db
    .select({ row: generation, styleName: style.name })
    .from(generation)
    .innerJoin(style, eq(style.id, generation.styleId))
    .where(
      and(
        mine(ctx),
        filters.status ? eq(generation.status, filters.status) : undefined,
        filters.style ? eq(generation.styleId, filters.style) : undefined,
        filters.from ? gte(generation.createdAt, new Date(filters.from)) : undefined,
        filters.to ? lt(generation.createdAt, new Date(filters.to)) : undefined,
        filters.favourite ? hasFavourite : undefined,
        cursor ? before(cursor) : undefined,
      ),
    )
    .orderBy(desc(generation.createdAt), desc(generation.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const [pictures, standing] = await Promise.all([
    picturesOf(
      ctx,
      page.map(({ row }) => row.id),
    ),
    standingOf(ctx, clock()),
  ]);
  const last = page.at(-1)?.row;
  return {
    generations: page.map(({ row, styleName }) =>
      toGenerationSummary(row, styleName, pictures.get(row.id) ?? [], standing),
    ),
    nextCursor: rows.length > limit && last ? toCursor(last) : null,
  };
}

/** Throws `not_found` for what is deleted or not the member's own. */
export async function getGeneration(ctx: Ctx, id: string, clock = systemClock): Promise<GenerationDetail> {
  const { row, styleName, pictures } = await load(ctx, id);
  return {
    ...toGenerationSummary(row, styleName, pictures, await standingOf(ctx, clock())),
    photoSetId: row.photoSetId,
    selfies: await countSelfies(ctx, row.photoSetId),
    comparisons: await listComparisons(ctx, pictures),
    eta: (await etaOf(ctx, row)).eta,
  };
}

export async function getGenerationProgress(ctx: Ctx, id: string): Promise<GenerationProgress> {
  const { row, pictures } = await load(ctx, id);
  const { eta, usual } = await etaOf(ctx, row);
  return {
    id: row.id,
    status: row.status,
    stage: row.stage as Stage,
    progress: row.progress,
    eta,
    usual,
    accepted: pictures.filter(({ status }) => status === 'accepted').length,
    variations: row.variations,
    pictures: pictures.map((one) => ({
      ...toPictureView(one),
      selfieUrl: one.photoId && !isOver(row.status) ? `/api/files/photos/${one.photoId}/thumbnail` : null,
    })),
  };
}

function mine(ctx: Ctx) {
  requirePermission(ctx.actor, 'generation:own');
  const { memberId } = requireMember(ctx.actor);
  return and(
    eq(generation.organizationId, ctx.orgId),
    eq(generation.memberId, memberId),
    isNull(generation.deletedAt),
  );
}

/** By what the team has at this moment its pictures are delivered and kept. */
async function standingOf(ctx: Ctx, now: Date) {
  return { has: await getEntitlements(ctx, now), now };
}

const hasFavourite = sql`exists (
  select 1 from ${picture} where ${picture.generationId} = ${generation.id}
    and ${picture.favourite} and ${picture.deletedAt} is null
)`;

async function load(ctx: Ctx, id: string) {
  const [found] = await ctx.db
    .select({ row: generation, styleName: style.name })
    .from(generation)
    .innerJoin(style, eq(style.id, generation.styleId))
    .where(and(mine(ctx), eq(generation.id, id)));
  if (!found) throw notFound('generation');
  const pictures = await picturesOf(ctx, [id]);
  return { ...found, pictures: pictures.get(id) ?? [] };
}

/** What pages need of the saved edit that is shown. */
const EDITED = {
  id: pictureVersion.id,
  number: pictureVersion.number,
  format: pictureVersion.format,
  width: pictureVersion.width,
  height: pictureVersion.height,
  box: pictureVersion.box,
  aspect: pictureVersion.aspect,
};

async function picturesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PictureRow[]>> {
  const grouped = new Map<string, PictureRow[]>();
  if (ids.length === 0) return grouped;
  const rows = await ctx.db
    .select({ ...getTableColumns(picture), verdict: pictureVerdict.verdict, edited: EDITED })
    .from(picture)
    .leftJoin(pictureVerdict, eq(pictureVerdict.pictureId, picture.id))
    .leftJoin(pictureVersion, eq(pictureVersion.id, picture.currentVersionId))
    .where(
      and(
        eq(picture.organizationId, ctx.orgId),
        inArray(picture.generationId, [...ids]),
        isNull(picture.deletedAt),
      ),
    )
    .orderBy(asc(picture.number));
  for (const row of rows) grouped.set(row.generationId, [...(grouped.get(row.generationId) ?? []), row]);
  return grouped;
}

async function etaOf(ctx: Ctx, row: GenerationRow): Promise<{ eta: Band | null; usual: Band }> {
  const usual = await findBand(ctx.db, row.engine, row.quality, row.variations);
  if (isOver(row.status)) return { eta: null, usual };
  if (row.status === 'processing') return { eta: remaining(usual, row.progress, STAGE_SHARE.queue), usual };
  return { eta: behind(usual, await countAhead(ctx.db, row.id)), usual };
}

async function countSelfies(ctx: Ctx, photoSetId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(photo)
    .where(
      and(
        eq(photo.photoSetId, photoSetId),
        inArray(photo.status, ['accepted', 'warned']),
        isNull(photo.deletedAt),
      ),
    );
  return row?.count ?? 0;
}

async function listComparisons(
  ctx: Ctx,
  pictures: readonly PictureRow[],
): Promise<Record<string, Comparison>> {
  const photoIds = pictures.flatMap(({ photoId }) => (photoId ? [photoId] : []));
  if (photoIds.length === 0) return {};
  const photos = await ctx.db
    .select({ id: photo.id, width: photo.width, height: photo.height })
    .from(photo)
    .where(and(eq(photo.organizationId, ctx.orgId), inArray(photo.id, photoIds), isNull(photo.deletedAt)));
  const byId = new Map(photos.map((one) => [one.id, one]));
  const comparisons: Record<string, Comparison> = {};
  for (const { id, status, photoId, layout, edited } of pictures) {
    const selfie = photoId ? byId.get(photoId) : undefined;
    if (status !== 'accepted' || !selfie?.width || !selfie.height || !layout?.frame) continue;
    const url = `/api/files/photos/${selfie.id}/working`;
    const frame = edited?.box ? frameWithin(layout.frame, edited.box) : layout.frame;
    comparisons[id] = { url, width: selfie.width, height: selfie.height, frame };
  }
  return comparisons;
}

/** The map to the selfie of a part of the picture that begins at `left` and `top`. */
function frameWithin(
  [a, b, c, d, e, f]: Comparison['frame'],
  { left, top }: { left: number; top: number },
): Comparison['frame'] {
  return [a, b, a * left + b * top + c, d, e, d * left + e * top + f];
}

function before(cursor: string) {
  const { at, id } = fromCursor(cursor);
  return sql`(${generation.createdAt}, ${generation.id}) < (${at}::timestamptz, ${id})`;
}
