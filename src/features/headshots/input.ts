import { z } from 'zod';

export const FORMATS = ['jpeg', 'png', 'webp'] as const;
export type Format = (typeof FORMATS)[number];

const id = z.string().min(1).max(100);

/** Query of `GET …/download`: one picture, or all of the generation as a ZIP. */
export const downloadInput = z.object({
  picture: id.optional(),
  format: z.enum(FORMATS, { error: 'Choose jpeg, png or webp.' }).default('jpeg'),
});

/** Body of `PATCH …/headshots/[id]`: exactly one of the two. */
export const patchGenerationInput = z.union([
  z.strictObject({ favourite: z.boolean() }),
  z.strictObject({ cancel: z.literal(true) }),
]);

/** Body of `PATCH …/pictures/[pictureId]`. */
export const patchPictureInput = z.strictObject({ favourite: z.boolean() });

/** Body of `PUT …/pictures/[pictureId]/verdict`; null takes the answer back. */
export const verdictInput = z.strictObject({ verdict: z.enum(['like_me', 'not_me']).nullable() });

const ids = z.array(id).max(100, 'At most 100 at once.').default([]);

/** Body of `POST …/headshots/batch`: all of it happens, or nothing. */
export const batchInput = z
  .strictObject({
    action: z.enum(['favourite', 'unfavourite', 'delete']),
    generationIds: ids,
    pictureIds: ids,
  })
  .refine((input) => input.generationIds.length + input.pictureIds.length > 0, {
    path: ['pictureIds'],
    message: 'Choose at least one.',
  });
