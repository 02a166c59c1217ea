import { describe, expect, it } from 'vitest';
import { luma } from '@/vision/image/colour';
import type { Planes } from '@/vision/image/raster';
import { drawPaper } from '@/vision/studio/backdrops/studio-paper';
import { recipeOf, STYLE_SEEDS } from '../../../../tests/support/style-seeds';

const place = { width: 80, height: 100, headX: 40, headY: 40 };
const meanLuma = ([r, g, b]: Planes) =>
  r.reduce((sum, v, i) => sum + luma(v, g[i] as number, b[i] as number), 0) / r.length;

describe('backdrops', () => {
  it.each(STYLE_SEEDS)(
    '$id: a seed always draws the same, another one visibly differs but stays in tone',
    ({ recipe }) => {
      const one = drawPaper(recipe.backdrop, place, 1);
      expect(drawPaper(recipe.backdrop, place, 1)).toEqual(one);
      const two = drawPaper(recipe.backdrop, place, 2);
      const change =
        one[1].reduce((sum, v, i) => sum + Math.abs(v - (two[1][i] as number)), 0) / one[1].length;
      expect(change).toBeGreaterThan(0.008);
      expect(Math.abs(meanLuma(one) - meanLuma(two))).toBeLessThan(0.1);
      for (const plane of one) expect(plane.every((v) => v >= 0 && v <= 1)).toBe(true);
    },
  );

  it('executive is dark, corporate light', () => {
    expect(meanLuma(drawPaper(recipeOf('executive').backdrop, place, 5))).toBeLessThan(0.3);
    expect(meanLuma(drawPaper(recipeOf('corporate').backdrop, place, 5))).toBeGreaterThan(0.6);
  });
});
