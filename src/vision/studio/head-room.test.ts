import { describe, expect, it } from 'vitest';
import type { FaceGeometry } from '@/vision/studio/subject';
import { FRAMES } from './composition';
import { headIsCut, placeHead } from './head-room';

const USUAL = { shift: 0, zoom: 1, drop: 0 };
const always = () => true;
const { eyeLine } = FRAMES['4:5'];

describe('room for the head', () => {
  it('a head that fits stays where landmarks put it', () => {
    expect(placeHead({ left: -0.3, right: 0.3, top: -0.3 }, '4:5', USUAL, always)).toBe(USUAL);
  });

  it('a brim to one side moves the face aside, a tall hat lowers it, both at the same size', () => {
    const aside = placeHead({ left: -0.54, right: 0.42, top: -0.3 }, '4:5', USUAL, always);
    expect(aside).toMatchObject({ zoom: 1, drop: 0 });
    expect(-0.54 + 0.5 - aside.shift).toBeGreaterThan(0.01);
    expect(0.42 + 0.5 - aside.shift).toBeLessThan(0.99);
    const lower = placeHead({ left: -0.3, right: 0.3, top: -0.42 }, '4:5', USUAL, always);
    expect(lower).toMatchObject({ zoom: 1, shift: 0 });
    expect(-0.42 + eyeLine + lower.drop).toBeCloseTo(0.025, 5);
  });

  it('what is wider or taller than the picture is made smaller, as little as will do, and no smaller than four fifths', () => {
    const wide = placeHead({ left: -0.55, right: 0.53, top: -0.3 }, '4:5', USUAL, always);
    expect(wide.zoom).toBe(0.88);
    expect((0.53 - -0.55) * wide.zoom).toBeLessThan(0.98);
    const enormous = placeHead({ left: -0.9, right: 0.9, top: -0.9 }, '4:5', USUAL, always);
    expect(enormous.zoom).toBe(0.8);
  });

  it('no person is invented for it: what the photo cannot show is not tried, the best of the rest is', () => {
    const head = { left: -0.55, right: 0.53, top: -0.3 };
    expect(placeHead(head, '4:5', USUAL, () => false)).toBe(USUAL);
    const nearly = placeHead(head, '4:5', USUAL, ({ zoom }) => zoom > 0.9);
    expect(nearly.zoom).toBe(0.92);
  });

  it('sees a head that goes on beyond the frame, not hair that flows over the shoulders, nor the shoulders', () => {
    const width = 100;
    const height = 125;
    const face = { chinY: 80, height: 50 } as FaceGeometry;
    const figureOf = (person: (x: number, y: number) => boolean) => ({
      width,
      height,
      face,
      figure: Float32Array.from({ length: width * height }, (_, i) =>
        person(i % width, Math.floor(i / width)) ? 1 : 0,
      ),
    });
    expect(headIsCut(figureOf((x, y) => y > 75 || (Math.abs(x - 50) < 30 && y > 20)))).toBe(false);
    expect(headIsCut(figureOf((x, y) => x < 60 && y > 30 && y < 40))).toBe(true);
    expect(headIsCut(figureOf((x, y) => x > 40 && y > 30 && y < 40))).toBe(true);
    expect(headIsCut(figureOf((x) => Math.abs(x - 50) < 10))).toBe(true);
  });
});
