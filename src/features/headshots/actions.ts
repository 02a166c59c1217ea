'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { teamAction } from '@/auth/action';
import { deleteHeadshots } from './delete-headshots';
import { setFavourite } from './favourite';
import { batchInput, verdictInput } from './input';
import { endLink } from './links/end-link';
import { sharePicture } from './links/share-picture';
import { sayLikeMe } from './say-like-me';
import { type NotMeAnswer, sayNotMe } from './say-not-me';

const id = z.string().min(1).max(100);

export const favouriteAction = teamAction(
  {
    permission: 'generation:own',
    input: z.strictObject({ pictureId: id, favourite: z.boolean() }),
    limit: 'write',
  },
  async (ctx, { pictureId, favourite }) => {
    await setFavourite(ctx, { pictureIds: [pictureId], favourite });
    revalidatePath(`/teams/${ctx.team.slug}/headshots`, 'layout');
    return { favourite };
  },
);

/** `answer` is what was decided about "not me"; null for the other two. */
export const verdictAction = teamAction(
  {
    permission: 'generation:own',
    input: verdictInput.extend({ generationId: id, pictureId: id }),
    limit: 'write',
  },
  async (ctx, { verdict, ...which }): Promise<{ answer: NotMeAnswer | null }> => {
    const answer = verdict === 'not_me' ? await sayNotMe(ctx, which) : null;
    if (!answer) await sayLikeMe(ctx, { ...which, said: verdict !== null });
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { answer };
  },
);

/** Makes or renews the link of a picture, or ends it. */
export const linkAction = teamAction(
  {
    permission: 'generation:own',
    input: z.strictObject({ generationId: id, pictureId: id, ends: z.boolean() }),
    limit: 'write',
  },
  async (ctx, { ends, ...place }) => {
    const link = ends ? await endLink(ctx, place).then(() => null) : await sharePicture(ctx, place);
    revalidatePath(`/teams/${ctx.team.slug}/headshots/${place.generationId}`);
    return { link };
  },
);

/** Exactly one of the two. Gone at once, purged within minutes. */
export const deleteAction = teamAction(
  {
    permission: 'generation:own',
    input: z.union([z.strictObject({ pictureId: id }), z.strictObject({ generationId: id })]),
    limit: 'write',
  },
  async (ctx, input) => {
    await deleteHeadshots(
      ctx,
      'pictureId' in input ? { pictureIds: [input.pictureId] } : { generationIds: [input.generationId] },
    );
    revalidatePath(`/teams/${ctx.team.slug}/headshots`, 'layout');
    return {};
  },
);

/** Marks or deletes many pictures: all of it happens, or nothing. */
export const batchAction = teamAction(
  { permission: 'generation:own', input: batchInput, limit: 'write' },
  async (ctx, { action, ...ids }) => {
    if (action === 'delete') await deleteHeadshots(ctx, ids);
    else await setFavourite(ctx, { ...ids, favourite: action === 'favourite' });
    revalidatePath(`/teams/${ctx.team.slug}/headshots`, 'layout');
    return {};
  },
);
