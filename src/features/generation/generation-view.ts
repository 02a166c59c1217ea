/** Rows → what is shown. A picture that was not accepted shows nothing but its state. */
import type { generation, picture } from '@/db/schema/generation';
import type { GenerationSummary, PictureView } from './generation-types';
import { likenessScore, likenessWord } from './likeness';

export type GenerationRow = typeof generation.$inferSelect;
export type PictureRow = typeof picture.$inferSelect;

export function toPictureView(row: PictureRow): PictureView {
  const shown = row.status === 'accepted';
  const { likeness } = row;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    likeness:
      shown && likeness !== null ? { score: likenessScore(likeness), word: likenessWord(likeness) } : null,
    favourite: row.favourite,
    width: shown ? row.width : null,
    height: shown ? row.height : null,
    url: shown ? `/api/files/pictures/${row.id}/picture` : null,
    thumbnailUrl: shown ? `/api/files/pictures/${row.id}/thumbnail` : null,
  };
}

export function toGenerationSummary(
  row: GenerationRow,
  styleName: string,
  pictures: readonly PictureRow[],
): GenerationSummary {
  const held = row.priceEach * row.variations;
  const { charged, finishedAt, startedAt } = row;
  return {
    id: row.id,
    status: row.status,
    progress: row.progress,
    style: { id: row.styleId, name: styleName },
    quality: row.quality,
    aspect: row.aspect,
    variations: row.variations,
    engine: row.engine,
    credits: {
      each: row.priceEach,
      held,
      charged,
      released: charged === null ? null : held - charged,
    },
    accepted: pictures.filter(({ status }) => status === 'accepted').length,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    seconds:
      finishedAt && startedAt
        ? Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000))
        : null,
    pictures: pictures.map(toPictureView),
  };
}
