import { z } from 'zod';
import { textKey } from '@/texts/message-key';
import { MAX_ZOOM } from '@/vision/edit-types';
import { ASPECTS } from '@/vision/types';
import { FORMATS, SIZES } from './download-types';

const id = z.string().min(1).max(100);

/** Query of `GET …/download`: one picture, or all of the generation as a ZIP. */
export const downloadInput = z.object({
  picture: id.optional(),
  format: z.enum(FORMATS, { error: textKey('headshots.input.format') }).default('jpeg'),
  size: z.enum(SIZES, { error: textKey('headshots.input.size') }).default('original'),
});

/** Query of `GET …/headshots/download`: pictures of any generation, their ids with commas between them, as a ZIP. */
export const downloadManyInput = z.object({
  pictures: z
    .string()
    .max(5_000)
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .pipe(z.array(id).min(1, textKey('headshots.input.none')).max(100, textKey('headshots.input.tooMany'))),
  format: downloadInput.shape.format,
  size: downloadInput.shape.size,
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

const ids = z.array(id).max(100, textKey('headshots.input.tooMany')).default([]);

/** Query of `GET /api/files/pictures/[id]/[variant]`. */
export const pictureFileQuery = z.object({ version: id.optional() });

/** Query of `GET /api/files/shared/[id]`; `until` in ms. */
export const sharedFileQuery = z.object({
  until: z.coerce.number().int().positive(),
  seal: z.string().min(1).max(100),
});

const signed = z
  .number()
  .min(-1, textKey('headshots.input.signed'))
  .max(1, textKey('headshots.input.signed'));

const share = z.number().min(0, textKey('headshots.input.share')).max(1, textKey('headshots.input.share'));

/** What can be done to a picture; see `PictureEdit`. */
export const pictureEditInput = z.strictObject({
  backdrop: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('keep') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('colour'),
      colour: z.string().regex(/^#[0-9a-f]{6}$/, textKey('headshots.input.colour')),
    }),
    z.strictObject({ kind: z.literal('style'), style: id, seed: z.int().min(0).max(1_000_000) }),
    z.strictObject({ kind: z.literal('upload'), id }),
  ]),
  crop: z.strictObject({
    aspect: z.enum(ASPECTS),
    zoom: z.number().min(1, textKey('headshots.input.zoom')).max(MAX_ZOOM, textKey('headshots.input.zoom')),
    x: signed,
    y: signed,
  }),
  finish: z.strictObject({
    light: signed,
    contrast: signed,
    warmth: signed,
    skin: share,
    blemishes: z.boolean(),
    eyes: share,
    teeth: share,
  }),
});

/** Body of `POST …/pictures/[pictureId]/versions` and `…/preview`. */
export const editInput = z.strictObject({ edit: pictureEditInput });

/** Body of `PUT …/pictures/[pictureId]/versions/current`; null is the picture as it was made. */
export const chooseVersionInput = z.strictObject({ version: id.nullable() });

/** Body of `POST …/headshots/batch`: all of it happens, or nothing. */
export const batchInput = z
  .strictObject({
    action: z.enum(['favourite', 'unfavourite', 'delete']),
    generationIds: ids,
    pictureIds: ids,
  })
  .refine((input) => input.generationIds.length + input.pictureIds.length > 0, {
    path: ['pictureIds'],
    message: textKey('headshots.input.none'),
  });
