/**
 * What a style means to the studio engine, as data: it lives in the database, staff edit it, and it is checked by this schema where
 * it is read. Colours are sRGB; lengths are fractions of the picture's width or height.
 */
import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is #rrggbb, in small letters.');
const share = z.number().min(0).max(1);
const place = z.number().min(-1).max(2);

/** A second, coloured light on the backdrop. A seed may mirror it. */
const accentSchema = z.strictObject({ colour, x: place, y: place, radius: share, strength: share });

/** A sheet of studio paper with a light on it. */
const paperSchema = z.strictObject({
  kind: z.literal('paper'),
  /** Where the light falls, away from it, and towards the floor. */
  core: colour,
  edge: colour,
  floor: colour,
  /** Unevenness of the paper, as a share of its brightness. */
  mottle: share,
  /** Size of the light; 1 reaches about the picture's edges. */
  spread: z.number().min(0.3).max(3),
  /** The light's place relative to the head. */
  lightX: place,
  lightY: place,
  /** How far a seed may move the light, and how much it may change its size. */
  roamX: share,
  roamY: share,
  roamSpread: share,
  accents: z.array(accentSchema).max(4),
});

export const studioRecipeSchema = z.strictObject({
  backdrop: paperSchema,
  /** Shadow of the person on the backdrop. */
  shadow: share,
  /** How much of the backdrop's light wraps around the edges of the person. */
  wrap: share,
  vignette: share,
  saturation: z.number().min(0).max(2),
  /** Strength of an S-curve around the middle; 0 leaves the tones as they are. */
  contrast: z.number().min(0).max(2),
  /** Multipliers on the person's red, green and blue: the colour of the room. */
  tint: z.tuple([z.number(), z.number(), z.number()]).refine((rgb) => rgb.every((v) => v > 0.8 && v < 1.2)),
  /** Exponent of the whole picture's tones, below 1 brighter; 1 when it is missing. */
  gamma: z.number().min(0.5).max(2).optional(),
});

export type StudioRecipe = z.infer<typeof studioRecipeSchema>;
export type PaperRecipe = z.infer<typeof paperSchema>;
export type AccentRecipe = z.infer<typeof accentSchema>;
