import { describe, expect, it } from 'vitest';
import { backgroundDistance, hashDistance } from '@/vision/photo/comparing';

describe('comparing photos', () => {
  it('counts differing bits', () => {
    expect(hashDistance('0000000000000000', '0000000000000000')).toBe(0);
    expect(hashDistance('0000000000000001', '8000000000000000')).toBe(2);
    expect(hashDistance('ffffffffffffffff', '0000000000000000')).toBe(64);
  });

  it('averages colour distances over the zones', () => {
    const grey = [50, 0, 0, 50, 0, 0, 50, 0, 0];
    expect(backgroundDistance(grey, grey)).toBe(0);
    expect(backgroundDistance(grey, [50, 3, 4, 50, 3, 4, 50, 3, 4])).toBeCloseTo(5);
  });
});
