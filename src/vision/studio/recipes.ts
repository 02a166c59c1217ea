import type { StudioStyle } from '@/vision/types';

/** A sheet of studio paper with a light on it. Colours are sRGB hex; lengths are fractions of the picture's size. */
export interface PaperRecipe {
  /** Where the light falls, away from it, and towards the floor. */
  core: string;
  edge: string;
  floor: string;
  /** Unevenness of the paper, as a share of its brightness. */
  mottle: number;
  /** Size of the light; 1 reaches about the picture's edges. */
  spread: number;
  /** The light's place relative to the head. */
  lightX: number;
  lightY: number;
  /** How far a seed may move the light, and how much it may change its size. */
  roamX: number;
  roamY: number;
  roamSpread: number;
}

/** A second, coloured light on the backdrop. A seed may mirror it. */
export interface AccentRecipe {
  colour: string;
  x: number;
  y: number;
  radius: number;
  strength: number;
}

export interface StudioRecipe {
  paper: PaperRecipe;
  accents: readonly AccentRecipe[];
  /** Shadow of the person on the backdrop. */
  shadow: number;
  /** How much of the backdrop's light wraps around the edges of the person. */
  wrap: number;
  vignette: number;
  saturation: number;
  contrast: number;
  /** Multipliers on the person's red, green and blue: the colour of the room. */
  tint: readonly [number, number, number];
}

/** What each style means to the studio engine. A new style is one more entry here (and in `STUDIO_STYLES`). */
export const RECIPES: Record<StudioStyle, StudioRecipe> = {
  corporate: {
    paper: {
      core: '#d6d8db',
      edge: '#8f959c',
      floor: '#82888f',
      mottle: 0.012,
      spread: 1,
      lightX: 0,
      lightY: 0,
      roamX: 0.42,
      roamY: 0.12,
      roamSpread: 0.14,
    },
    accents: [],
    shadow: 0.12,
    wrap: 0.16,
    vignette: 0.1,
    saturation: 1,
    contrast: 0.55,
    tint: [1, 1, 1],
  },
  linkedin: {
    paper: {
      core: '#dbe8f4',
      edge: '#8fb0cf',
      floor: '#7ea2c4',
      mottle: 0.008,
      spread: 1.05,
      lightX: 0.05,
      lightY: 0,
      roamX: 0.42,
      roamY: 0.14,
      roamSpread: 0.15,
    },
    accents: [],
    shadow: 0.12,
    wrap: 0.18,
    vignette: 0.08,
    saturation: 1.02,
    contrast: 0.55,
    tint: [0.995, 1, 1.008],
  },
  creative: {
    paper: {
      core: '#2f9c98',
      edge: '#0d4a57',
      floor: '#0b3d4a',
      mottle: 0.02,
      spread: 1.05,
      lightX: -0.12,
      lightY: -0.05,
      roamX: 0.2,
      roamY: 0.12,
      roamSpread: 0.15,
    },
    accents: [{ colour: '#f08a5d', x: 1.04, y: 0.2, radius: 0.62, strength: 0.72 }],
    shadow: 0.12,
    wrap: 0.22,
    vignette: 0.12,
    saturation: 1.05,
    contrast: 0.65,
    tint: [1, 1, 1],
  },
  executive: {
    paper: {
      core: '#565b63',
      edge: '#17191d',
      floor: '#101215',
      mottle: 0.05,
      spread: 0.82,
      lightX: 0.06,
      lightY: -0.02,
      roamX: 0.36,
      roamY: 0.12,
      roamSpread: 0.14,
    },
    accents: [],
    shadow: 0.12,
    wrap: 0.04,
    vignette: 0.22,
    saturation: 0.97,
    contrast: 0.8,
    tint: [1.008, 1, 0.99],
  },
};
