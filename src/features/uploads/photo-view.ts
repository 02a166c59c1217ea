import { DAY, plus } from '@/lib/time';
import type { PhotoMeasurements } from '@/vision/types';
import type { PhotoRow, PhotoSetRow } from './live-set';
import type { Finding, PhotoSetEntry, PhotoSetView, PhotoView } from './photo-types';
import { summarizeSet } from './set-rules';

export function toPhotoView(row: PhotoRow): PhotoView {
  return {
    id: row.id,
    clientKey: row.clientKey,
    name: row.originalName,
    status: row.status,
    findings: row.findings as Finding[],
    width: row.width,
    height: row.height,
    thumbnailUrl: row.status === 'checking' ? null : `/api/files/photos/${row.id}/thumbnail`,
    createdAt: row.createdAt.toISOString(),
  };
}

export function toSetView(set: PhotoSetRow, rows: readonly PhotoRow[], retentionDays: number): PhotoSetView {
  const judged = rows.map(({ status, measurements }) => ({
    status,
    measurements: measurements as PhotoMeasurements | null,
  }));
  return {
    ...summarizeSet(judged),
    id: set.id,
    name: set.name,
    status: set.status === 'submitted' ? 'submitted' : 'open',
    photos: rows.map(toPhotoView),
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
    thumbnailUrls: usable.slice(0, THUMBNAILS).flatMap((row) => toPhotoView(row).thumbnailUrl ?? []),
    createdAt: set.createdAt.toISOString(),
    deletesAt: plus(set.lastUploadAt, retentionDays * DAY).toISOString(),
    inUse,
  };
}

export function emptySetView(retentionDays: number): PhotoSetView {
  return {
    ...summarizeSet([]),
    id: null,
    name: null,
    status: 'empty',
    photos: [],
    submittedAt: null,
    deletesAt: null,
    retentionDays,
  };
}
