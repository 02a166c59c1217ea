import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { downloadGeneration, downloadPicture } from '@/features/headshots/download';
import { fileResponse } from '@/features/headshots/file-response';

/** `?picture=` one picture, without it all of the generation as a ZIP; `?format=jpeg|png|webp`, `?size=original|1024|512|avatar`. */
export const GET = teamRoute(
  contract.downloadGeneration,
  async ({ ctx, params, query: { picture, ...as } }) => {
    const generationId = params.id ?? '';
    const file = picture
      ? await downloadPicture(ctx, { generationId, pictureId: picture, ...as })
      : await downloadGeneration(ctx, { generationId, ...as });
    return fileResponse(file);
  },
);
