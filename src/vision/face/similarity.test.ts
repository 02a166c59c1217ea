import { describe, expect, it } from 'vitest';
import { cosine, meanEmbedding } from '@/vision/face/similarity';

describe('similarity', () => {
  it('is 1 for the same direction, 0 across, −1 against', () => {
    expect(cosine([1, 2, 2], [2, 4, 4])).toBeCloseTo(1);
    expect(cosine([1, 0], [0, 3])).toBe(0);
    expect(cosine([1, 0], [-2, 0])).toBeCloseTo(-1);
  });

  it('refuses embeddings of different lengths and calls nothing similar to nothing', () => {
    expect(() => cosine([1], [1, 0])).toThrow(RangeError);
    expect(cosine([0, 0], [1, 0])).toBe(0);
  });

  it('the mean is a unit vector in the middle', () => {
    const mean = meanEmbedding([
      [1, 0],
      [0, 1],
    ]);
    expect(Math.hypot(...mean)).toBeCloseTo(1);
    expect(mean[0]).toBeCloseTo(Math.SQRT1_2);
    expect(() => meanEmbedding([])).toThrow(RangeError);
  });
});
