import { describe, expect, it } from 'vitest';
import { fromLinear, hexToRgb, type Lab, labToRgb, rgbToLab, toLinear } from '@/vision/image/colour';

describe('colour', () => {
  it('knows the published L*a*b* of white, black and red', () => {
    const lab: Lab = [0, 0, 0];
    expect(rgbToLab(1, 1, 1, lab)[0]).toBeCloseTo(100, 1);
    expect(rgbToLab(0, 0, 0, lab)[0]).toBeCloseTo(0, 1);
    const [l, a, b] = rgbToLab(1, 0, 0, lab);
    expect(l).toBeCloseTo(53.24, 1);
    expect(a).toBeCloseTo(80.09, 1);
    expect(b).toBeCloseTo(67.2, 1);
  });

  it('comes back from L*a*b* and from linear light', () => {
    const lab: Lab = [0, 0, 0];
    const rgb: [number, number, number] = [0, 0, 0];
    for (const [r, g, b] of [
      [0.2, 0.5, 0.8],
      [0.9, 0.7, 0.6],
      [0.05, 0.02, 0.3],
    ] as const) {
      rgbToLab(r, g, b, lab);
      labToRgb(...lab, rgb);
      expect(rgb[0]).toBeCloseTo(r, 2);
      expect(rgb[1]).toBeCloseTo(g, 2);
      expect(rgb[2]).toBeCloseTo(b, 2);
      expect(fromLinear(toLinear(r))).toBeCloseTo(r, 6);
    }
    expect(hexToRgb('#ff8000')[1]).toBeCloseTo(128 / 255, 6);
  });
});
