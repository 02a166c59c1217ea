import { DAY, plus } from '@/lib/time';
import type { PhotoMeasurements } from '@/vision/types';
import type { PhotoRow, PhotoSetRow } from './live-set';
import type { Finding, PhotoSetView, PhotoView } from './photo-types';
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
    status: set.status === 'submitted' ? 'submitted' : 'open',
    photos: rows.map(toPhotoView),
    submittedAt: set.submittedAt?.toISOString() ?? null,
    deletesAt: rows.length > 0 ? plus(set.lastUploadAt, retentionDays * DAY).toISOString() : null,
    retentionDays,
  };
}

export function emptySetView(retentionDays: number): PhotoSetView {
  return {
    ...summarizeSet([]),
    id: null,
    status: 'empty',
    photos: [],
    submittedAt: null,
    deletesAt: null,
    retentionDays,
  };
}
