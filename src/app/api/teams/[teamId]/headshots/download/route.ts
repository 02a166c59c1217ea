import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { downloadPictures } from '@/features/headshots/download';
import { fileResponse } from '@/features/headshots/file-response';

/** `?pictures=` ids of any of the member's own, as a ZIP that is written while it is sent; `format` and `size` as for one. */
export const GET = teamRoute(contract.downloadPictures, async ({ ctx, query: { pictures, ...as } }) =>
  fileResponse(await downloadPictures(ctx, { pictureIds: pictures, ...as })),
);
