import { describe, expect, it } from 'vitest';
import {
  applyAffine,
  fitSimilarity,
  framing,
  invertAffine,
  type Point,
  scaleOf,
} from '@/vision/image/affine';

describe('affine maps', () => {
  it('framing puts the anchor on the target, turned and scaled', () => {
    const m = framing([50, 40], [300, 200], Math.PI / 2, 2);
    expect(applyAffine(m, [50, 40])).toEqual([300, 200]);
    const [x, y] = applyAffine(m, [51, 40]);
    expect(x).toBeCloseTo(300);
    expect(y).toBeCloseTo(202);
    expect(scaleOf(m)).toBeCloseTo(2);
  });

  it('an inverse undoes its map', () => {
    const m = framing([10, 20], [-3, 7], 0.7, 1.9);
    const [x, y] = applyAffine(invertAffine(m), applyAffine(m, [123, 45]));
    expect(x).toBeCloseTo(123);
    expect(y).toBeCloseTo(45);
  });

  it('finds the similarity that made the points', () => {
    const from: Point[] = [
      [0, 0],
      [10, 0],
      [3, 8],
    ];
    const made = framing([1, 1], [40, 50], -0.4, 3);
    const found = fitSimilarity(
      from,
      from.map((p) => applyAffine(made, p)),
    );
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(made[i] as number, 6);
    });
  });
});
