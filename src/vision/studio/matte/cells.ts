/** Cells across a picture: as fine as the parsing network sees, coarse enough to look at pieces as wholes. */
const COLUMNS = 192;

/** A picture in square cells. */
export interface Cells {
  width: number;
  height: number;
  /** Pixels along a cell. */
  side: number;
}

export function cellsOf(width: number, height: number): Cells {
  const side = Math.max(1, Math.round(width / COLUMNS));
  return { width: Math.ceil(width / side), height: Math.ceil(height / side), side };
}

/** The cell `dx` and `dy` steps on, or −1 beyond the picture. */
export function cellAt(cell: number, dx: number, dy: number, { width, height }: Cells): number {
  const x = (cell % width) + dx;
  const y = Math.floor(cell / width) + dy;
  return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
}

export const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Numbers the connected pieces (4 neighbours) of the cells that are set, from 1; 0: none. */
export function connectedPieces(set: Uint8Array, cells: Cells): { labels: Int32Array; count: number } {
  const labels = new Int32Array(set.length);
  let count = 0;
  for (let start = 0; start < set.length; start++) {
    if (set[start] === 0 || labels[start] !== 0) continue;
    count++;
    labels[start] = count;
    const open = [start];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      for (const [dx, dy] of DIRECTIONS) {
        const next = cellAt(cell, dx, dy, cells);
        if (next < 0 || set[next] === 0 || labels[next] !== 0) continue;
        labels[next] = count;
        open.push(next);
      }
    }
  }
  return { labels, count };
}

/** Takes one cell off around every edge; beyond the picture nothing is taken. */
export function withoutRim(set: Uint8Array, cells: Cells): Uint8Array {
  const out = Uint8Array.from(set);
  for (let cell = 0; cell < set.length; cell++) {
    if (set[cell] === 0) continue;
    for (const [dx, dy] of DIRECTIONS) {
      const next = cellAt(cell, dx, dy, cells);
      if (next >= 0 && set[next] === 0) out[cell] = 0;
    }
  }
  return out;
}

/** Lets the pieces grow by so many cells, where `within` is set. */
export function grown(labels: Int32Array, within: Uint8Array, cells: Cells, steps: number): Int32Array {
  let from = labels;
  for (let step = 0; step < steps; step++) {
    const to = Int32Array.from(from);
    for (let cell = 0; cell < to.length; cell++) {
      if (from[cell] !== 0 || within[cell] === 0) continue;
      for (const [dx, dy] of DIRECTIONS) {
        const next = cellAt(cell, dx, dy, cells);
        if (next >= 0 && from[next] !== 0) to[cell] = from[next] as number;
      }
    }
    from = to;
  }
  return from;
}
