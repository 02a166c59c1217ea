import { idempotencyKey, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/pictures';
import { saveEdit } from '@/features/headshots/save-edit';
import { listVersions } from '@/features/headshots/version-queries';

/** The saved edits of a picture, the first one first, and the picture as it was made. */
export const GET = teamRoute(contract.listVersions, ({ ctx, params: { id = '', pictureId = '' } }) =>
  listVersions(ctx, { generationId: id, pictureId }),
);

/** Saves an edit, free of credits; it is shown from now on. 201, or 200 for a repeated `Idempotency-Key`. */
export const POST = teamRoute(
  contract.saveEdit,
  async ({ ctx, params: { id = '', pictureId = '' }, body, request }) => {
    const place = { generationId: id, pictureId };
    const key = idempotencyKey(request);
    const { version, replayed } = await saveEdit(ctx, { ...place, edit: body.edit, idempotencyKey: key });
    return Response.json(version, {
      status: replayed ? 200 : 201,
      headers: { 'Cache-Control': 'no-store' },
    });
  },
);
