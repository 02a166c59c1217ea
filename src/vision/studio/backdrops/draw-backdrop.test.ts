import { describe, expect, it } from 'vitest';
import { type Lab, luma, rgbToLab } from '@/vision/image/colour';
import type { Planes } from '@/vision/image/raster';
import { mean } from '@/vision/image/scalar';
import { drawBackdrop } from '@/vision/studio/backdrops/draw-backdrop';
import { recipeOf, STYLE_SEEDS } from '../../../../tests/support/style-seeds';

const place = { width: 80, height: 100, headX: 40, headY: 40, lightSide: -1 } as const;
const meanLuma = ([r, g, b]: Planes) =>
  r.reduce((sum, v, i) => sum + luma(v, g[i] as number, b[i] as number), 0) / r.length;

describe('backdrops', () => {
  it.each(STYLE_SEEDS)(
    '$id: a seed always draws the same, another one visibly differs but stays in tone',
    ({ recipe: { backdrop } }) => {
      const one = drawBackdrop(backdrop, place, 1);
      expect(drawBackdrop(backdrop, place, 1)).toEqual(one);
      const two = drawBackdrop(backdrop, place, 2);
      expect(mean(differences(one, two))).toBeGreaterThan(0.8);
      expect(Math.abs(meanLuma(one) - meanLuma(two))).toBeLessThan(0.1);
      for (const plane of one) expect(plane.every((v) => v >= 0 && v <= 1)).toBe(true);
    },
  );

  it('executive is dark, corporate light', () => {
    expect(meanLuma(drawBackdrop(recipeOf('executive').backdrop, place, 5))).toBeLessThan(0.3);
    expect(meanLuma(drawBackdrop(recipeOf('corporate').backdrop, place, 5))).toBeGreaterThan(0.6);
  });

  it('the light of a room comes from where the person’s light comes from', () => {
    const { backdrop } = recipeOf('casual-professional');
    for (const lightSide of [-1, 1] as const) {
      const [, green] = drawBackdrop(backdrop, { ...place, lightSide }, 3);
      const half = (from: number) =>
        mean([...green].filter((_, i) => i % place.width >= from && i % place.width < from + 40));
      expect((half(40) - half(0)) * lightSide).toBeGreaterThan(0.1);
    }
  });

  // Nobody takes colours 8 apart for the same (CIE76; about 2.3 is just seen, Mahy et al. 1994); rooms differ by more in most places.
  it('no two styles could be taken for each other', () => {
    const drawn = STYLE_SEEDS.map(({ id, recipe }) => ({
      id,
      planes: drawBackdrop(recipe.backdrop, place, 4),
    }));
    for (const [at, one] of drawn.entries())
      for (const two of drawn.slice(at + 1))
        expect(mean(differences(one.planes, two.planes)), `${one.id} and ${two.id}`).toBeGreaterThan(8);
  });
});

/** Colour difference (CIE76) of every fourth pixel. */
function differences(one: Planes, two: Planes): number[] {
  const a: Lab = [0, 0, 0];
  const b: Lab = [0, 0, 0];
  const found: number[] = [];
  for (let i = 0; i < one[0].length; i += 4) {
    rgbToLab(one[0][i] as number, one[1][i] as number, one[2][i] as number, a);
    rgbToLab(two[0][i] as number, two[1][i] as number, two[2][i] as number, b);
    found.push(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  return found;
}
