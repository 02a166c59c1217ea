import type { Planes } from '@/vision/image/raster';
import { drawPlaster } from '@/vision/studio/backdrops/plaster';
import { drawScene } from '@/vision/studio/backdrops/scene';
import { drawPaper } from '@/vision/studio/backdrops/studio-paper';
import { drawTwoTone } from '@/vision/studio/backdrops/two-tone';
import type { Backdrop } from '@/vision/studio/recipe';

export interface BackdropPlace {
  width: number;
  height: number;
  /** Middle of the head, px: lights are set relative to it. */
  headX: number;
  headY: number;
  /** Where the light on the person comes from: −1 is the picture's left. */
  lightSide: -1 | 1;
}

/** Draws a backdrop by formula, 0–1. The same seed draws the same; another one moves lights and things. */
export function drawBackdrop(backdrop: Backdrop, place: BackdropPlace, seed: number): Planes {
  switch (backdrop.kind) {
    case 'paper':
      return drawPaper(backdrop, place, seed);
    case 'scene':
      return drawScene(backdrop, place, seed);
    case 'two-tone':
      return drawTwoTone(backdrop, place, seed);
    case 'plaster':
      return drawPlaster(backdrop, place, seed);
  }
}
