/**
 * What a style means to the studio engine, as data: it lives in the database, staff edit it, and it is checked by this schema where
 * it is read. Colours are sRGB; lengths and places are fractions of the picture's width or height. Whatever has a side is written for a
 * light from the left and is mirrored when the person's own light comes from the right.
 */
import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is #rrggbb, in small letters.');
const share = z.number().min(0).max(1);
const place = z.number().min(-1).max(2);
const colours = z.array(colour).min(1).max(8);

/** A second, coloured light on the backdrop. */
const accentSchema = z.strictObject({ colour, x: place, y: place, radius: share, strength: share });

/** A sheet of studio paper with a light on it. A seed may mirror the accents. */
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

/** Where a layer lies, and how bright it is: 1 is its colour as it looks, more glows over what is beside it. */
const area = { from: place, to: place, left: place, right: place, light: z.number().min(0).max(8) };

const layerSchema = z.discriminatedUnion('shape', [
  /** A plain rectangle: a wall, a board, a floor. */
  z.strictObject({ shape: z.literal('band'), ...area, colour }),
  /** Upright bars side by side: window panes, books, lamps. */
  z.strictObject({
    shape: z.literal('columns'),
    ...area,
    colours,
    /** From one bar to the next, how much of that a bar fills, and how much heights and widths differ. */
    pitch: z.number().min(0.01).max(1),
    fill: share,
    ragged: share,
    /** How often the row is repeated down the area. */
    rows: z.number().int().min(1).max(12),
  }),
  /** Round things at random places: plants, chairs, people far away. Sizes are radii. */
  z.strictObject({
    shape: z.literal('blobs'),
    ...area,
    colours,
    count: z.number().int().min(1).max(60),
    small: share,
    large: share,
  }),
]);

/** A room far behind the person, out of focus. */
const sceneSchema = z.strictObject({
  kind: z.literal('scene'),
  /** What is where nothing else is: at the top and at the bottom. */
  above: colour,
  below: colour,
  /** The later ones cover the earlier ones. */
  layers: z.array(layerSchema).max(12),
  /** How far out of focus. */
  softness: z.number().min(0.005).max(0.2),
  /** Points of light, which the lens draws as discs. Sizes are radii. */
  discs: z
    .array(
      z.strictObject({
        ...area,
        colours,
        count: z.number().int().min(1).max(60),
        small: share,
        large: share,
      }),
    )
    .max(4),
  /** Soft light over everything. */
  accents: z.array(accentSchema).max(4),
});

/** Two colours that meet at an edge: painted flats, or two coloured lights. */
const twoToneSchema = z.strictObject({
  kind: z.literal('two-tone'),
  /** On the side of the light, and on the other. */
  lit: colour,
  shade: colour,
  /** The edge's middle, its lean in degrees from upright, and how soft it is. */
  at: share,
  lean: z.number().min(-60).max(60),
  softness: share,
  /** How much darker each field gets towards its far side. */
  falloff: share,
  roam: share,
});

/** A plastered wall with window light across it. */
const plasterSchema = z.strictObject({
  kind: z.literal('plaster'),
  colour,
  /** How far the trowel's marks differ from the wall. */
  relief: share,
  /** The light through a window: how much brighter, and where its edge crosses the middle. */
  beam: share,
  beamAt: share,
  beamSoftness: share,
  roam: share,
});

const backdropSchema = z.discriminatedUnion('kind', [paperSchema, sceneSchema, twoToneSchema, plasterSchema]);

export const studioRecipeSchema = z.strictObject({
  backdrop: backdropSchema,
  /** Shadow of the person on the backdrop. */
  shadow: share,
  /** How much of the backdrop's light wraps around the edges of the person. */
  wrap: share,
  /** Stops between the lit and the shaded side that the style adds to the person's own light. */
  key: z.number().min(0).max(1.2).default(0),
  /** A light from behind on the person's outline: on the shaded side, or on both. */
  rim: z.strictObject({ colour, strength: share, both: z.boolean() }).nullable().default(null),
  /** Stops by which the person is made brighter. */
  exposure: z.number().min(-0.6).max(0.6).default(0),
  vignette: share,
  saturation: z.number().min(0).max(2),
  /** Strength of an S-curve around the middle; 0 leaves the tones as they are. */
  contrast: z.number().min(0).max(2),
  /** How far black is lifted, as on film. */
  fade: z.number().min(0).max(0.15).default(0),
  /** Colours that the darks and the lights of the whole picture lean to. */
  grade: z.strictObject({ shadows: colour, highlights: colour, strength: share }).nullable().default(null),
  /** Film grain as a share of full brightness: it ties person and backdrop together and hides banding. */
  grain: z.number().min(0.004).max(0.04).default(0.009),
  /** Multipliers on the person's red, green and blue: the colour of the room. */
  tint: z.tuple([z.number(), z.number(), z.number()]).refine((rgb) => rgb.every((v) => v > 0.8 && v < 1.2)),
  /** Exponent of the whole picture's tones, below 1 brighter; 1 when it is missing. */
  gamma: z.number().min(0.5).max(2).optional(),
});

export type StudioRecipe = z.infer<typeof studioRecipeSchema>;
export type Backdrop = z.infer<typeof backdropSchema>;
export type PaperRecipe = z.infer<typeof paperSchema>;
export type SceneRecipe = z.infer<typeof sceneSchema>;
export type SceneLayer = z.infer<typeof layerSchema>;
export type DiscRecipe = SceneRecipe['discs'][number];
export type TwoToneRecipe = z.infer<typeof twoToneSchema>;
export type PlasterRecipe = z.infer<typeof plasterSchema>;
export type AccentRecipe = z.infer<typeof accentSchema>;
