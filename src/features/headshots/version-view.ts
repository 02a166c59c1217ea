import type { pictureVersion } from '@/db/schema/headshots';
import type { PictureEdit, VersionView } from './edit-types';

export type VersionRow = typeof pictureVersion.$inferSelect;

/** Of a version whose files are there. */
export function toVersionView(row: VersionRow, currentId: string | null): VersionView {
  return {
    id: row.id,
    number: row.number,
    current: row.id === currentId,
    edit: row.edit as PictureEdit,
    transparent: row.format === 'png',
    width: row.width ?? 0,
    height: row.height ?? 0,
    box: row.box ?? { left: 0, top: 0, width: row.width ?? 0, height: row.height ?? 0 },
    url: fileUrl(row.pictureId, 'picture', row.id),
    thumbnailUrl: fileUrl(row.pictureId, 'thumbnail', row.id),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The version stands in the address, so that a page which shows another one asks for another file. */
export function fileUrl(pictureId: string, variant: 'picture' | 'thumbnail', version: string): string {
  return `/api/files/pictures/${pictureId}/${variant}?version=${version}`;
}
