import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/pictures';
import { chooseVersion } from '@/features/headshots/choose-version';
import { listVersions } from '@/features/headshots/version-queries';

/** `{ "version": "pvn_…" }` shows a saved edit, `{ "version": null }` the picture as it was made. */
export const PUT = teamRoute(
  contract.chooseVersion,
  async ({ ctx, params: { id = '', pictureId = '' }, body }) => {
    const place = { generationId: id, pictureId };
    await chooseVersion(ctx, { ...place, versionId: body.version });
    return listVersions(ctx, place);
  },
);
