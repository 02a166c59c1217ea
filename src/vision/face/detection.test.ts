import { describe, expect, it } from 'vitest';
import { anchorGrid, type Detection, mergeDetections, overlap } from '@/vision/face/detection';

const box = (x: number, y: number, side: number, score: number): Detection => ({
  score,
  x,
  y,
  width: side,
  height: side,
  rightEye: [x, y],
  leftEye: [x + side, y],
});

describe('detections', () => {
  it('the anchor grids have the sizes that the models answer with', () => {
    expect(anchorGrid(128, [8, 16, 16, 16], 2)).toHaveLength(896);
    expect(anchorGrid(192, [4], 1)).toHaveLength(2304);
    expect(anchorGrid(192, [4], 1)[0]).toEqual([0.5 / 48, 0.5 / 48]);
  });

  it('overlap is the share of the common area', () => {
    expect(overlap(box(0, 0, 10, 1), box(0, 0, 10, 1))).toBe(1);
    expect(overlap(box(0, 0, 10, 1), box(20, 0, 10, 1))).toBe(0);
    expect(overlap(box(0, 0, 10, 1), box(5, 0, 10, 1))).toBeCloseTo(1 / 3);
  });

  it('boxes of one face become one, weighted by score; another face stays', () => {
    const merged = mergeDetections([box(2, 0, 10, 0.5), box(0, 0, 10, 1), box(50, 50, 10, 0.8)]);
    expect(merged).toHaveLength(2);
    expect(merged[0]?.score).toBe(1);
    expect(merged[0]?.x).toBeCloseTo(2 / 3);
    expect(merged[1]?.x).toBe(50);
  });
});
