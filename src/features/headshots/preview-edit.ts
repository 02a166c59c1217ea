import type { Ctx } from '@/db/context';
import { getEntitlements } from '@/features/billing/entitlements';
import { systemClock } from '@/lib/time';
import type { CropBox } from '@/vision/edit-types';
import { CONTENT_TYPES, deliver } from './deliver';
import { drawEdit } from './draw-edit';
import type { PictureEdit } from './edit-types';
import { getOwnPicture, type PicturePlace } from './own-picture';

export type EditPreview = {
  body: Buffer<ArrayBuffer>;
  contentType: string;
  /** The frame in pixels of the picture as it was made. */
  box: CropBox;
};

/**
 * A small picture of what saving would make: nothing is stored. Throws `not_found` for what is not theirs, `forbidden`
 * without consent, `invalid` when the edit cannot be made.
 */
export async function previewEdit(
  ctx: Ctx,
  { edit, ...place }: PicturePlace & { edit: PictureEdit },
  clock = systemClock,
): Promise<EditPreview> {
  const picture = await getOwnPicture(ctx, place);
  const { image, format, box } = await drawEdit(ctx, picture, edit, 'preview');
  const { watermark } = await getEntitlements(ctx, clock());
  const body = await deliver(Buffer.from(image), { stored: format, format, visible: watermark });
  return { body, contentType: CONTENT_TYPES[format], box };
}
