import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import {
  type Cells,
  cellAt,
  connectedPieces,
  DIRECTIONS,
  grown,
  withoutRim,
} from '@/vision/studio/matte/cells';

/** Contrasts are capped here (0–1 RGB): one glaring edge must not outvote the rest. */
const MOST_CONTRAST = 0.25;
/** Edges of fewer cells say nothing. */
const FEW = 4;
const UNKNOWN = 0.5;
/** Below this contrast there is no edge. */
const SEAMLESS = 0.07;
/** A cell on the edge itself holds a bit of both sides: what is this many cells off is compared. */
const BEYOND = [2, 3, 4];

/** What both networks say of every cell (means of the matte and of the parsing network's background, 0–1), and its colour. */
export interface Opinions {
  cells: Cells;
  matte: Plane;
  background: Plane;
  colours: Planes;
}

/**
 * Whose are the pieces that are person to the matting network and background to the parsing network? A slat beside a shoulder goes on in
 * the background and ends at the person; the brim of a hat goes on in the hat and ends at the background. So the side with the
 * weaker edge has it. Answers for every cell 0 (the background's) to 1 (the person's); what neither edge decides, and all
 * that is no such piece, is ½.
 */
export function belongings(opinions: Opinions): Plane {
  const { cells } = opinions;
  const { disputed, person, outside } = sidesOf(opinions);
  // All around the figure the coarser network is a cell or two off: only what is wider is a piece. Then it gets its rim back.
  const { labels, count } = connectedPieces(withoutRim(disputed, cells), cells);
  const pieces = grown(labels, disputed, cells, 2);
  const shares = edgeShares(pieces, count, opinions, { person, outside });
  const everywhere = new Uint8Array(pieces.length).fill(1);
  const reached = grown(pieces, everywhere, cells, 1);
  return Float32Array.from(reached, (label) => (label === 0 ? UNKNOWN : (shares[label] as number)));
}

interface Sides {
  person: Uint8Array;
  outside: Uint8Array;
}

/** Cells on which both networks agree, and those on which they do not. */
function sidesOf({ matte, background }: Opinions): Sides & { disputed: Uint8Array } {
  const disputed = new Uint8Array(matte.length);
  const person = new Uint8Array(matte.length);
  const outside = new Uint8Array(matte.length);
  for (let i = 0; i < matte.length; i++) {
    const a = matte[i] as number;
    const p = background[i] as number;
    if (a > 0.5 && p > 0.5) disputed[i] = 1;
    else if (a > 0.9 && p < 0.35) person[i] = 1;
    else if (a < 0.1 && p > 0.5) outside[i] = 1;
  }
  return { disputed, person, outside };
}

/** Sum of contrasts along the edge of a piece, and its length in cells. */
interface Edge {
  contrast: number;
  cells: number;
}

/** For each piece, contrast towards the background ÷ contrast towards both. */
function edgeShares(
  pieces: Int32Array,
  count: number,
  { cells, colours }: Opinions,
  sides: Sides,
): Float64Array {
  const edges = Array.from({ length: count + 1 }, () => ({
    inner: { contrast: 0, cells: 0 },
    outer: { contrast: 0, cells: 0 },
  }));
  for (let cell = 0; cell < pieces.length; cell++) {
    const label = pieces[cell] as number;
    if (label === 0) continue;
    for (const [dx, dy] of DIRECTIONS) {
      const within = cellAt(cell, -dx, -dy, cells);
      if (within < 0 || pieces[within] !== label) continue;
      const beyond = firstSure(cell, dx, dy, cells, sides);
      if (beyond < 0) continue;
      const edge = edges[label]?.[sides.person[beyond] === 1 ? 'inner' : 'outer'] as Edge;
      edge.contrast += contrast(colours, within, beyond);
      edge.cells++;
    }
  }
  return Float64Array.from(edges, ({ inner, outer }) => shareOf(inner, outer));
}

function shareOf(inner: Edge, outer: Edge): number {
  const towardsPerson = inner.contrast / Math.max(1, inner.cells) + 0.01;
  // At the picture's edge there may be no background left to compare with: then only what goes on in the person is theirs.
  if (outer.cells < FEW) return inner.cells >= FEW && towardsPerson < SEAMLESS ? 1 : UNKNOWN;
  // A piece that does not touch the person is none of theirs.
  if (inner.cells < FEW) return 0;
  const towardsOutside = outer.contrast / outer.cells + 0.01;
  return towardsOutside / (towardsOutside + towardsPerson);
}

/** The first cell in a direction that is surely person or surely background; −1 when none is near. */
function firstSure(cell: number, dx: number, dy: number, cells: Cells, { person, outside }: Sides): number {
  for (const step of BEYOND) {
    const next = cellAt(cell, dx * step, dy * step, cells);
    if (next >= 0 && (person[next] === 1 || outside[next] === 1)) return next;
  }
  return -1;
}

function contrast(colours: Planes, a: number, b: number): number {
  let sum = 0;
  for (const k of CHANNELS) sum += ((colours[k][a] as number) - (colours[k][b] as number)) ** 2;
  return Math.min(MOST_CONTRAST, Math.sqrt(sum));
}
