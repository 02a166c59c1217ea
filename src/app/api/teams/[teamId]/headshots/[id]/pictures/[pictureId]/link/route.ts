import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/links';
import { endLink } from '@/features/headshots/links/end-link';
import { findLink } from '@/features/headshots/links/link-queries';
import { sharePicture } from '@/features/headshots/links/share-picture';

type Params = Record<string, string>;

const placeOf = ({ id = '', pictureId = '' }: Params) => ({ generationId: id, pictureId });

/** The link with which others see this picture; null when there is none. */
export const GET = teamRoute(contract.getLink, async ({ ctx, params }) => ({
  link: await findLink(ctx, placeOf(params)),
}));

/** Makes it, or renews it for seven days from now. */
export const PUT = teamRoute(contract.sharePicture, async ({ ctx, params }) => ({
  link: await sharePicture(ctx, placeOf(params)),
}));

/** Ends it for good. */
export const DELETE = teamRoute(contract.endLink, async ({ ctx, params }) => {
  await endLink(ctx, placeOf(params));
  return { link: null };
});
