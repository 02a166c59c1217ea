/**
 * A fingerprint of how a picture looks: 256 bits that survive another size, format or compression, and say nothing of who is in it.
 * Pure arithmetic on pixels, the same on the server and in a browser, so that a picture to be checked never has to leave its device.
 *
 * A difference hash (each bit: does it get darker to the right?) on a grid of 16 × 16, after N. Krawetz, "Kind of like that" (2013),
 * with a finer grid, because headshots are framed alike.
 */
const GRID = 16;
const BITS = GRID * GRID;
/** Bits that are compared as one number to find candidates: a copy that differs in fewer bits than there are bands shares one. */
const BAND_BITS = 16;
/** Odd, so that every bit has a place of its own, and near the golden section of the bits, so that neighbours part. */
const SPREAD = 159;
export const BANDS = BITS / BAND_BITS;

/**
 * Bits that may differ in a copy, the most that bands are sure to find. Measured on the examples: copies at half the size, as WebP or as
 * JPEG of quality 40 differ in up to 8 bits; the selfie that a picture was made of in 45, other people in 51 and more.
 */
export const SAME_PICTURE = BANDS - 1;

export type Pixels = {
  /** Interleaved bytes; red, green and blue come first in each pixel. */
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  channels: 3 | 4;
};

/** 64 hex digits. The picture must be at least 17 × 16 px. */
export function fingerprintOf(pixels: Pixels): string {
  const grey = averageGrid(pixels, GRID + 1, GRID);
  let hex = '';
  for (let y = 0; y < GRID; y++) {
    for (let x = 0; x < GRID; x += 4) {
      let digit = 0;
      for (let i = x; i < x + 4; i++) {
        const at = y * (GRID + 1) + i;
        digit = (digit << 1) | ((grey[at] as number) > (grey[at + 1] as number) ? 1 : 0);
      }
      hex += digit.toString(16);
    }
  }
  return hex;
}

/** Bits that must be set, and as many that must not: a plain surface looks like every other one. */
const TELLING = 24;

/** Whether a picture shows enough for its fingerprint to be its own. */
export function isTelling(fingerprint: string): boolean {
  const set = fingerprintDistance(fingerprint, '0'.repeat(BITS / 4));
  return set >= TELLING && set <= BITS - TELLING;
}

/** How many of the bits differ, 0–256. */
export function fingerprintDistance(a: string, b: string): number {
  let distance = 0;
  for (let i = 0; i < BITS / 4; i++) {
    let bits = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? '0', 16);
    for (; bits > 0; bits >>= 1) distance += bits & 1;
  }
  return distance;
}

/**
 * One number a band, the band's place in it: two pictures that have one in common may be the same. A band's bits lie all over the
 * picture: those of a plain backdrop alone would be common to thousands.
 */
export function fingerprintBands(fingerprint: string): number[] {
  const bands = new Array<number>(BANDS).fill(0);
  for (let i = 0; i < BITS; i++) {
    const band = Math.floor(((i * SPREAD) % BITS) / BAND_BITS);
    bands[band] = ((bands[band] as number) << 1) | bitAt(fingerprint, i);
  }
  return bands.map((bits, band) => (band << BAND_BITS) | bits);
}

function bitAt(fingerprint: string, i: number): number {
  return (Number.parseInt(fingerprint[i >> 2] ?? '0', 16) >> (3 - (i & 3))) & 1;
}

/** Mean brightness (Rec. 601) of each cell; a pixel on an edge counts for the cell that its middle lies in. */
function averageGrid({ data, width, height, channels }: Pixels, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * rows) / height) * columns;
    for (let x = 0; x < width; x++, at += channels) {
      const cell = row + Math.floor(((x + 0.5) * columns) / width);
      sums[cell] =
        (sums[cell] as number) +
        0.299 * (data[at] as number) +
        0.587 * (data[at + 1] as number) +
        0.114 * (data[at + 2] as number);
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell] as number));
}
