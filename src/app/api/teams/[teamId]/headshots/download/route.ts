import { teamRoute } from '@/auth/route';
import { downloadPictures } from '@/features/headshots/download';
import { fileResponse } from '@/features/headshots/file-response';
import { downloadManyInput } from '@/features/headshots/input';

/** `?pictures=` ids of any of the member's own, as a ZIP that is written while it is sent; `format` and `size` as for one. */
export const GET = teamRoute(
  { permission: 'generation:own', query: downloadManyInput, limit: 'download' },
  async ({ ctx, query: { pictures, ...as } }) =>
    fileResponse(await downloadPictures(ctx, { pictureIds: pictures, ...as })),
);
