import { describe, expect, it } from 'vitest';
import { areasOf, boxAround, workInAreas } from '@/vision/image/areas';
import { boxBlur } from '@/vision/image/blur';
import { guidedFilter, guidedReach } from '@/vision/image/guided-filter';
import { seededRandom } from '@/vision/image/scalar';

const size = { width: 203, height: 150 };
const random = seededRandom(4);
const noise = Float32Array.from({ length: size.width * size.height }, () => random());

/** 1 along a slanted line, as an outline is, else 0. */
const outline = Float32Array.from({ length: noise.length }, (_, i) =>
  Math.abs((i % size.width) - 40 - Math.floor(i / size.width) / 2) < 3 ? 0.5 : 0,
);

describe('areas', () => {
  it('hold every pixel that is wanted and what lies near it, each once', () => {
    const areas = areasOf(outline, size, { above: 0, reach: 5 });
    const times = new Uint8Array(outline.length);
    for (const { left, top, right, bottom } of areas)
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) times[y * size.width + x] = (times[y * size.width + x] ?? 0) + 1;
    expect(times.every((n) => n <= 1)).toBe(true);
    expect(times.filter((n) => n === 1).length).toBeLessThan(outline.length * 0.6);
    const missed = [...outline.keys()].filter((i) => {
      const x = i % size.width;
      return outline[i] && (times[i - Math.min(5, x)] !== 1 || times[i + 5] !== 1);
    });
    expect(missed).toEqual([]);
    expect(areasOf(outline, size, { above: 0.5 })).toEqual([]);
    expect(boxAround([])).toEqual([]);
    const [box] = boxAround(areas);
    expect(box).toMatchObject({ left: 32, top: 0, bottom: size.height });
  });

  it('what is computed in areas is what the whole picture would have there, also at its edges', () => {
    const areas = areasOf(outline, size, { above: 0 });
    const filters = [
      {
        reach: guidedReach(6),
        run: (plane: Float32Array, w: number, h: number) => guidedFilter(plane, plane, w, h, 6, 1e-3),
      },
      { reach: 10, run: (plane: Float32Array, w: number, h: number) => boxBlur(plane, w, h, 5, 2) },
    ];
    for (const { reach, run } of filters) {
      const whole = run(noise, size.width, size.height);
      const parts = new Float32Array(noise.length);
      workInAreas(areas, size, reach, [noise], [parts], ([crop], { width, height }) => [
        run(crop, width, height),
      ]);
      const off = outline.map((v, i) => (v > 0 ? Math.abs((parts[i] as number) - (whole[i] as number)) : 0));
      expect(Math.max(...off)).toBeLessThan(1e-5);
      expect(parts[size.width - 1]).toBe(0);
    }
  });
});
