import { hexToRgb, labToRgb, rgbToLab } from '@/vision/image/colour';
import { clamp } from '@/vision/image/scalar';
import type { StudioRecipe } from '@/vision/studio/recipe';

/** What a person asks for beside the style. Numbers are steps of −2…2; 0: as the style has it. */
export interface StudioWishes {
  /** sRGB, `#rrggbb`. */
  backdrop: string | null;
  background: 'plain' | 'gradient' | null;
  brightness: number;
  contrast: number;
  /** > 0: warmer. */
  warmth: number;
}

/** How much lighter the paper is in its light, and how much darker away from it and towards the floor, in L*. */
const LIT = { core: 6, edge: -8, floor: -12 };

/** One step of each, of which there are two in either direction. */
const STEP = {
  /** Exponent of the tone curve. */
  brightness: 0.1,
  contrast: 0.45,
  /** Share of red that comes and of blue that goes. */
  red: 0.022,
  blue: 0.03,
};

/** A colour that was asked for is the colour of the backdrop, whatever was done to the light. */
export function withWishes(recipe: StudioRecipe, wishes: StudioWishes): StudioRecipe {
  const { backdrop, background, brightness, contrast, warmth } = wishes;
  const tint = [1 + STEP.red * warmth, 1, 1 - STEP.blue * warmth] as const;
  const gamma = (1 + STEP.brightness) ** -brightness;
  const paper = recipe.backdrop;
  const colour = backdrop ? brightened(backdrop, 1 / gamma) : tinted(paper.core, tint);
  const lit =
    backdrop || background === 'gradient'
      ? litPaper(backdrop ? colour : tinted(mixed(paper.core, paper.edge), tint))
      : { core: colour, edge: tinted(paper.edge, tint), floor: tinted(paper.floor, tint) };
  const flat = backdrop ? colour : tinted(mixed(paper.core, paper.edge), tint);
  const plain = background === 'plain';
  return {
    ...recipe,
    backdrop: {
      ...paper,
      ...(plain ? { core: flat, edge: flat, floor: flat, mottle: 0 } : lit),
      accents: backdrop || plain ? [] : paper.accents,
    },
    vignette: plain ? 0 : recipe.vignette,
    contrast: clamp(recipe.contrast + STEP.contrast * contrast, -0.5, 1.6),
    tint: [recipe.tint[0] * tint[0], recipe.tint[1], recipe.tint[2] * tint[2]],
    gamma,
  };
}

function litPaper(hex: string): { core: string; edge: string; floor: string } {
  return { core: shaded(hex, LIT.core), edge: shaded(hex, LIT.edge), floor: shaded(hex, LIT.floor) };
}

/** Another L* of the same hue. */
function shaded(hex: string, by: number): string {
  const [l, a, b] = rgbToLab(...hexToRgb(hex), [0, 0, 0]);
  return toHex(labToRgb(clamp(l + by, 0, 100), a, b, [0, 0, 0]));
}

function tinted(hex: string, tint: readonly [number, number, number]): string {
  const [r, g, b] = hexToRgb(hex);
  return toHex([r * tint[0], g * tint[1], b * tint[2]]);
}

function brightened(hex: string, exponent: number): string {
  const [r, g, b] = hexToRgb(hex);
  return toHex([r ** exponent, g ** exponent, b ** exponent]);
}

function mixed(one: string, other: string): string {
  const [r, g, b] = hexToRgb(one);
  const [R, G, B] = hexToRgb(other);
  return toHex([(r + R) / 2, (g + G) / 2, (b + B) / 2]);
}

function toHex(rgb: readonly number[]): string {
  return `#${rgb
    .map((v) =>
      Math.round(clamp(v) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
