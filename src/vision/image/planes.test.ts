import { describe, expect, it } from 'vitest';
import { boxBlur, gaussianBlur } from '@/vision/image/blur';
import { enlargeBox, enlargePlane, shrinkPlane } from '@/vision/image/coarse-plane';
import { guidedFilter } from '@/vision/image/guided-filter';
import { fillPolygon, insidePolygon } from '@/vision/image/polygon';
import { buildPyramid } from '@/vision/image/pyramid';
import { resizePlane } from '@/vision/image/resample';
import { warpForModel, warpForPicture } from '@/vision/image/warp';

const ramp = (width: number, height: number) =>
  Float32Array.from({ length: width * height }, (_, i) => (i % width) / width);

describe('planes', () => {
  it('blurring keeps a constant and the mean of an impulse', () => {
    const flat = new Float32Array(30 * 20).fill(0.4);
    for (const v of boxBlur(flat, 30, 20, 5, 2)) expect(v).toBeCloseTo(0.4, 5);
    const impulse = new Float32Array(61 * 61);
    impulse[30 * 61 + 30] = 1;
    // Three boxes of radius 4 have exactly this sigma.
    const soft = gaussianBlur(impulse, 61, 61, Math.sqrt(20));
    expect(soft.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 3);
    const variance = soft.reduce((sum, v, i) => sum + v * ((i % 61) - 30) ** 2, 0);
    expect(variance).toBeCloseTo(20, 2);
  });

  it('a guided filter keeps the edge of its guide and smooths the rest', () => {
    const guide = Float32Array.from({ length: 40 * 40 }, (_, i) => (i % 40 < 20 ? 0.1 : 0.9));
    const noisy = guide.map((v, i) => v + (i % 2 ? 0.02 : -0.02));
    const out = guidedFilter(guide, noisy, 40, 40, 4, 1e-4);
    expect(out[20 * 40 + 19]).toBeCloseTo(0.1, 1);
    expect(out[20 * 40 + 20]).toBeCloseTo(0.9, 1);
    expect(Math.abs((out[20 * 40 + 8] as number) - (out[20 * 40 + 9] as number))).toBeLessThan(0.01);
  });

  it('resizing a ramp down and up again gives the ramp', () => {
    const back = resizePlane(resizePlane(ramp(64, 8), 64, 8, 32, 4), 32, 4, 64, 8);
    for (let x = 6; x < 58; x++) expect(back[4 * 64 + x]).toBeCloseTo(x / 64, 1);
  });

  it('a smaller copy holds the means of its blocks, and a box of it is enlarged as the whole is', () => {
    const size = { width: 29, height: 23 };
    const plane = Float32Array.from({ length: 29 * 23 }, (_, i) => ((i * 37) % 101) / 100);
    for (const factor of [2, 3, 4, 6]) {
      const small = shrinkPlane(plane, size.width, size.height, factor);
      expect(small).toMatchObject({ width: Math.ceil(29 / factor), height: Math.ceil(23 / factor) });
      let sum = 0;
      for (let y = 0; y < factor; y++)
        for (let x = 0; x < factor; x++) sum += plane[(factor + y) * 29 + x] as number;
      expect(small.plane[small.width]).toBeCloseTo(sum / factor ** 2, 5);
      const whole = enlargePlane(small, factor, size.width, size.height);
      const box = { left: 0, top: factor, right: 29, bottom: 23 };
      const part = enlargeBox(small, factor, box);
      // Half a block inside, where the whole sees no block beyond the box.
      const from = Math.ceil(factor / 2);
      expect(part.subarray(from * 29)).toEqual(whole.subarray((factor + from) * 29));
    }
  });

  it('both warps sample the pixel that the map names', () => {
    const data = new Uint8Array(300 * 300 * 3);
    for (let i = 0; i < 300 * 300; i++) data.fill(Math.floor((i % 300) / 2), i * 3, i * 3 + 3);
    const pyramid = buildPyramid({ data, width: 300, height: 300 });
    expect(pyramid.length).toBe(2);
    const forModel = warpForModel(pyramid, [1, 0, 100, 0, 1, 100], 4, 4);
    expect(forModel[0]).toBe(50);
    const [red] = warpForPicture(pyramid, [1, 0, 100, 0, 1, 100], 4, 4);
    expect((red[0] as number) * 255).toBeCloseTo(50, 4);
    // Outside: black for a model, the edge for a picture.
    expect(warpForModel(pyramid, [1, 0, -50, 0, 1, 0], 2, 2)[0]).toBe(0);
    expect((warpForPicture(pyramid, [1, 0, 400, 0, 1, 0], 2, 2)[0][0] as number) * 255).toBeCloseTo(149, 4);
  });

  it('fills what is inside a polygon and nothing else', () => {
    const square = [
      [2, 2],
      [7, 2],
      [7, 7],
      [2, 7],
    ] as const;
    const mask = new Float32Array(100);
    fillPolygon(mask, 10, 10, square);
    expect(mask[4 * 10 + 4]).toBe(1);
    expect(mask[4 * 10 + 9]).toBe(0);
    expect(mask[9 * 10 + 4]).toBe(0);
    expect(insidePolygon(4, 4, square)).toBe(true);
    expect(insidePolygon(8, 4, square)).toBe(false);
  });
});
