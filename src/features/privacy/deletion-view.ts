import type { deletionRequest } from '@/db/schema/privacy';
import type { DeletionKind } from './input';

/** One thing that was purged, with the SHA-256 of each of its files as it was just before. */
export type PurgedObject = {
  kind: 'photo' | 'picture' | 'backdrop';
  id: string;
  files: { variant: string; sha256: string; bytes: number }[];
};

/** How far a deletion is; with `objects` it is the receipt. */
export type DeletionView = {
  id: string;
  kind: DeletionKind;
  targetId: string;
  status: 'requested' | 'purging' | 'done';
  requestedAt: string;
  purgingAt: string | null;
  doneAt: string | null;
  counts: { objects: number; files: number };
  objects: PurgedObject[];
};

export function toDeletionView(row: typeof deletionRequest.$inferSelect): DeletionView {
  const objects = row.objects as PurgedObject[];
  return {
    id: row.id,
    kind: row.kind,
    targetId: row.targetId,
    status: row.status,
    requestedAt: row.requestedAt.toISOString(),
    purgingAt: row.purgingAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    counts: {
      objects: objects.length,
      files: objects.reduce((sum, { files }) => sum + files.length, 0),
    },
    objects,
  };
}
