import { hexToRgb, labToRgb, rgbToLab } from '@/vision/image/colour';
import { clamp } from '@/vision/image/scalar';
import type { Backdrop, PaperRecipe, StudioRecipe } from '@/vision/studio/recipe';

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
  const colour = backdrop ? brightened(backdrop, 1 / gamma) : null;
  return {
    ...recipe,
    backdrop: backdropFor(recipe.backdrop, colour, background, tint),
    // The film's colours would make another colour of it.
    ...(colour ? { grade: null, fade: 0 } : {}),
    vignette: background === 'plain' ? 0 : recipe.vignette,
    contrast: clamp(recipe.contrast + STEP.contrast * contrast, -0.5, 1.6),
    tint: [recipe.tint[0] * tint[0], recipe.tint[1], recipe.tint[2] * tint[2]],
    gamma,
  };
}

/** The style's own, in the light's colour; or paper in the colour that was asked for, or in the one that the style's has on the whole. */
function backdropFor(
  own: Backdrop,
  colour: string | null,
  background: StudioWishes['background'],
  tint: readonly [number, number, number],
): Backdrop {
  if (!colour && !background) return tintedThroughout(own, tint);
  const flat = colour ?? tinted(overallColour(own), tint);
  const paper = own.kind === 'paper' ? own : PAPER;
  const plain = background === 'plain';
  return {
    ...paper,
    ...(plain ? { core: flat, edge: flat, floor: flat, mottle: 0 } : litPaper(flat)),
    accents: colour || plain ? [] : paper.accents,
  };
}

/** What hangs where a style has no paper of its own. */
const PAPER: PaperRecipe = {
  kind: 'paper',
  core: '#808080',
  edge: '#808080',
  floor: '#808080',
  mottle: 0.012,
  spread: 1,
  lightX: 0,
  lightY: 0,
  roamX: 0.42,
  roamY: 0.12,
  roamSpread: 0.14,
  accents: [],
};

function overallColour(backdrop: Backdrop): string {
  switch (backdrop.kind) {
    case 'paper':
      return mixed(backdrop.core, backdrop.edge);
    case 'scene':
      return mixed(backdrop.above, backdrop.below);
    case 'two-tone':
      return backdrop.lit;
    case 'plaster':
      return backdrop.colour;
  }
}

/** The same with every colour in it tinted. */
function tintedThroughout(backdrop: Backdrop, tint: readonly [number, number, number]): Backdrop {
  const text = JSON.stringify(backdrop).replaceAll(/#[0-9a-f]{6}/g, (hex) => tinted(hex, tint));
  return JSON.parse(text) as Backdrop;
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
