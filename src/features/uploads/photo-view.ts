import { DAY, plus } from '@/lib/time';
import { currentTexts } from '@/texts/current-texts';
import type { PhotoMeasurements } from '@/vision/types';
import { findingOf } from './finding-words';
import type { PhotoRow, PhotoSetRow } from './live-set';
import type { Finding, PhotoSetEntry, PhotoSetView, PhotoView, Problem } from './photo-types';
import { summarizeSet } from './set-rules';

export function toPhotoView(row: PhotoRow, texts = currentTexts()): PhotoView {
  return {
    id: row.id,
    clientKey: row.clientKey,
    name: row.originalName,
    status: row.status,
    findings: (row.findings as (Problem | Finding)[]).map((stored) => findingOf(stored, texts)),
    width: row.width,
    height: row.height,
    thumbnailUrl: thumbnailUrl(row),
    createdAt: row.createdAt.toISOString(),
  };
}

function thumbnailUrl({ id, status }: PhotoRow): string | null {
  return status === 'checking' ? null : `/api/files/photos/${id}/thumbnail`;
}

export function toSetView(
  set: PhotoSetRow,
  rows: readonly PhotoRow[],
  retentionDays: number,
  texts = currentTexts(),
): PhotoSetView {
  const judged = rows.map(({ status, measurements }) => ({
    status,
    measurements: measurements as PhotoMeasurements | null,
  }));
  return {
    ...summarizeSet(judged, texts),
    id: set.id,
    name: set.name,
    status: set.status === 'submitted' ? 'submitted' : 'open',
    photos: rows.map((row) => toPhotoView(row, texts)),
    submittedAt: set.submittedAt?.toISOString() ?? null,
    deletesAt: rows.length > 0 ? plus(set.lastUploadAt, retentionDays * DAY).toISOString() : null,
    retentionDays,
  };
}

/** Of the photos shown of a set that is not open. */
const THUMBNAILS = 4;

export function toSetEntry(
  set: PhotoSetRow,
  rows: readonly PhotoRow[],
  { retentionDays, inUse }: { retentionDays: number; inUse: boolean },
): PhotoSetEntry {
  const usable = rows.filter(({ status }) => status === 'accepted' || status === 'warned');
  return {
    id: set.id,
    name: set.name,
    current: set.shelvedAt === null,
    photos: rows.length,
    usable: usable.length,
    thumbnailUrls: usable.slice(0, THUMBNAILS).flatMap((row) => thumbnailUrl(row) ?? []),
    createdAt: set.createdAt.toISOString(),
    deletesAt: plus(set.lastUploadAt, retentionDays * DAY).toISOString(),
    inUse,
  };
}

export function emptySetView(retentionDays: number, texts = currentTexts()): PhotoSetView {
  return {
    ...summarizeSet([], texts),
    id: null,
    name: null,
    status: 'empty',
    photos: [],
    submittedAt: null,
    deletesAt: null,
    retentionDays,
  };
}
