import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/pictures';
import { previewEdit } from '@/features/headshots/preview-edit';

/** A small picture of an edit. `X-Crop-Box`: left, top, width and height of the frame, px of the picture as it was made. */
export const POST = teamRoute(contract.previewEdit, async ({ ctx, params, body }) => {
  const { id = '', pictureId = '' } = params;
  const preview = await previewEdit(ctx, { generationId: id, pictureId, edit: body.edit });
  const { left, top, width, height } = preview.box;
  return new Response(preview.body, {
    headers: {
      'Content-Type': preview.contentType,
      'Content-Length': String(preview.body.byteLength),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Crop-Box': [left, top, width, height].join(' '),
    },
  });
});
