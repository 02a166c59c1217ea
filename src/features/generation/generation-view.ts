/** Rows → what is shown. A picture that was not accepted shows nothing but its state. */
import type { generation, picture } from '@/db/schema/generation';
import type { pictureVersion } from '@/db/schema/headshots';
import type { TeamEntitlements } from '@/features/billing/entitlements';
import { keptUntil } from '@/features/privacy/keep-rules';
import type { GenerationSummary, Likeness, PictureView } from './generation-types';
import { likenessScore, likenessWord } from './likeness';
import { readPreferences } from './preferences/stored-preferences';

export type GenerationRow = typeof generation.$inferSelect;
export type PictureRow = typeof picture.$inferSelect & {
  verdict: PictureView['verdict'];
  /** The saved edit that is shown instead, if any. */
  edited: Pick<
    typeof pictureVersion.$inferSelect,
    'id' | 'number' | 'format' | 'width' | 'height' | 'box' | 'aspect'
  > | null;
};

export function toPictureView(row: PictureRow): PictureView {
  const shown = row.status === 'accepted';
  const { edited } = row;
  const of = edited ? `?version=${edited.id}` : '';
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    likeness: shown ? likenessOf(row) : null,
    favourite: row.favourite,
    engine: shown ? row.engine : null,
    verdict: row.verdict,
    // An edit is framed by its person.
    shortOf: shown && !edited ? (row.layout?.shortOf ?? null) : null,
    width: shown ? (edited ?? row).width : null,
    height: shown ? (edited ?? row).height : null,
    edited:
      shown && edited
        ? { version: edited.number, transparent: edited.format === 'png', aspect: edited.aspect }
        : null,
    url: shown ? `/api/files/pictures/${row.id}/picture${of}` : null,
    thumbnailUrl: shown ? `/api/files/pictures/${row.id}/thumbnail${of}` : null,
  };
}

function likenessOf({ likeness, likenessDetail: detail }: PictureRow): Likeness | null {
  if (likeness === null) return null;
  return {
    score: likenessScore(likeness),
    word: likenessWord(likeness),
    measured: detail && {
      selfies: detail.selfies,
      low: likenessScore(detail.low),
      high: likenessScore(detail.high),
    },
    nearCopy: detail?.nearCopy ?? false,
  };
}

export function toGenerationSummary(
  row: GenerationRow,
  styleName: string,
  pictures: readonly PictureRow[],
  { has, now }: { has: TeamEntitlements; now: Date },
): GenerationSummary {
  const held = row.priceEach * row.variations;
  const { charged, finishedAt, startedAt, warnedAt } = row;
  const accepted = pictures.filter(({ status }) => status === 'accepted').length;
  const until = finishedAt && accepted > 0 ? keptUntil({ finishedAt, warnedAt }, has.pictureDays, now) : null;
  return {
    id: row.id,
    status: row.status,
    progress: row.progress,
    style: { id: row.styleId, name: styleName },
    quality: row.quality,
    aspect: row.aspect,
    variations: row.variations,
    engine: row.engine,
    preferences: readPreferences(row.preferences),
    credits: {
      each: row.priceEach,
      held,
      charged,
      released: charged === null ? null : held - charged,
      refunded: row.refunded,
    },
    accepted,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    seconds:
      finishedAt && startedAt
        ? Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000))
        : null,
    keptUntil: until?.toISOString() ?? null,
    proUntil: has.proUntil?.toISOString() ?? null,
    watermark: has.watermark,
    pictures: pictures.map(toPictureView),
  };
}
