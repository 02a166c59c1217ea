import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/pictures';
import { sayLikeMe } from '@/features/headshots/say-like-me';
import { sayNotMe } from '@/features/headshots/say-not-me';

/**
 * `{ "verdict": "like_me" | "not_me" | null }`. `not_me` answers what was decided: the picture is gone and its credits are back, or
 * both stay and `message` says why.
 */
export const PUT = teamRoute(contract.judgePicture, async ({ ctx, params, body: { verdict } }) => {
  const which = { generationId: params.id ?? '', pictureId: params.pictureId ?? '' };
  if (verdict === 'not_me') return { verdict, ...(await sayNotMe(ctx, which)) };
  await sayLikeMe(ctx, { ...which, said: verdict !== null });
  return { verdict };
});
