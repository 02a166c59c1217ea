import { describe, expect, it } from 'vitest';
import type { Planes } from '@/vision/image/raster';
import { belongings } from '@/vision/studio/matte/belonging';
import { type Cells, cellsOf, connectedPieces, withoutRim } from '@/vision/studio/matte/cells';

const cells: Cells = { width: 40, height: 30, side: 1 };
const wall = [0.7, 0.7, 0.65] as const;
const shirt = [0.2, 0.25, 0.4] as const;

/** Wall on the left, a person from column 20 on, and between them a piece of 6 × 10 cells of some colour over which the networks differ. */
function scene(colour: readonly [number, number, number], from = 14) {
  const size = cells.width * cells.height;
  const matte = new Float32Array(size);
  const background = new Float32Array(size);
  const colours: Planes = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  for (let i = 0; i < size; i++) {
    const x = i % cells.width;
    const y = Math.floor(i / cells.width);
    const piece = x >= from && x < from + 6 && y >= 10 && y < 20;
    const person = x >= 20 && !piece;
    matte[i] = person || piece ? 1 : 0;
    background[i] = person ? 0 : 1;
    colours.forEach((plane, k) => {
      plane[i] = (piece ? colour : person ? shirt : wall)[k] as number;
    });
  }
  return { cells, matte, background, colours };
}

const inPiece = (shares: Float32Array) => shares[15 * cells.width + 16] as number;

describe('belonging', () => {
  it('what looks like the wall behind it is the wall’s, what looks like the shirt beside it the person’s', () => {
    expect(inPiece(belongings(scene([0.66, 0.68, 0.62])))).toBeLessThan(0.36);
    expect(inPiece(belongings(scene([0.24, 0.27, 0.38])))).toBeGreaterThan(0.64);
  });

  it('what is like neither stays undecided, and so does everything on which the networks agree', () => {
    const shares = belongings(scene([0.1, 0.6, 0.1]));
    expect(inPiece(shares)).toBeGreaterThan(0.4);
    expect(inPiece(shares)).toBeLessThan(0.6);
    expect(shares[5 * cells.width + 5]).toBe(0.5);
    expect(shares[5 * cells.width + 30]).toBe(0.5);
  });

  it('a piece that does not touch the person is none of theirs', () => {
    const shares = belongings(scene([0.24, 0.27, 0.38], 3));
    expect(shares[15 * cells.width + 5]).toBe(0);
  });
});

describe('cells', () => {
  it('pieces are told apart, and their rim comes off', () => {
    const small: Cells = { width: 7, height: 3, side: 1 };
    const set = Uint8Array.from([1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1]);
    const { labels, count } = connectedPieces(set, small);
    expect(count).toBe(2);
    expect([labels[0], labels[6], labels[3]]).toEqual([1, 2, 0]);
    expect([...withoutRim(set, small).subarray(0, 7)]).toEqual([1, 1, 0, 0, 0, 0, 1]);
    expect(cellsOf(1024, 1280)).toEqual({ width: 205, height: 256, side: 5 });
  });
});
