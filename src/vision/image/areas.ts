import type { Plane } from '@/vision/image/raster';

/** A rectangle in pixels; right and bottom are exclusive. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

/** Px of the squares that are done or left as a whole: smaller ones have more edge, larger ones more that nobody asked for. */
const CELL = 32;
/** Crops begin at multiples of this, so that smaller copies of them have the same blocks as those of the picture. */
const ALIGNED = 8;

/**
 * Where something is to be done: boxes, none over another, that hold every pixel between `above` and `below` (both exclusive)
 * and what lies at most `reach` px from one. Most of a picture is nothing but backdrop or nothing but person, and costs nothing then.
 */
export function areasOf(
  plane: Plane,
  { width, height }: Size,
  { above, below = Number.POSITIVE_INFINITY, reach = 0 }: { above: number; below?: number; reach?: number },
): Box[] {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const found = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let column = 0; column < columns; column++) {
      const end = y * width + Math.min(width, (column + 1) * CELL);
      // Of a row of a cell the first and the last that is wanted reach as far as all of them.
      let first = -1;
      let last = -1;
      for (let i = y * width + column * CELL; i < end; i++) {
        const v = plane[i] as number;
        if (v <= above || v >= below) continue;
        if (first < 0) first = i - y * width;
        last = i - y * width;
      }
      if (first >= 0) mark(found, columns, rows, first - reach, last + reach, y, reach);
    }
  }
  return boxesOf(found, columns, rows, { width, height });
}

/** Marks the cells from one x to another, and those that many rows above and below. */
function mark(
  found: Uint8Array,
  columns: number,
  rows: number,
  from: number,
  to: number,
  y: number,
  reach: number,
): void {
  const left = Math.max(0, Math.floor(from / CELL));
  const right = Math.min(columns - 1, Math.floor(to / CELL));
  const bottom = Math.min(rows - 1, Math.floor((y + reach) / CELL));
  for (let row = Math.max(0, Math.floor((y - reach) / CELL)); row <= bottom; row++)
    found.fill(1, row * columns + left, row * columns + right + 1);
}

/** Runs of cells side by side; those of the same width one under another are one box. */
function boxesOf(found: Uint8Array, columns: number, rows: number, { width, height }: Size): Box[] {
  const boxes: Box[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (found[row * columns + column] === 0) continue;
      const left = column * CELL;
      while (column + 1 < columns && found[row * columns + column + 1] === 1) column++;
      const right = Math.min(width, (column + 1) * CELL);
      const top = row * CELL;
      const bottom = Math.min(height, top + CELL);
      const above = boxes.find((box) => box.bottom === top && box.left === left && box.right === right);
      if (above) above.bottom = bottom;
      else boxes.push({ left, top, right, bottom });
    }
  }
  return boxes;
}

/** One box around all of them; none when there are none. */
export function boxAround([first, ...rest]: readonly Box[]): Box[] {
  return first ? [rest.reduce(union, first)] : [];
}

/**
 * Computes planes in these areas alone. `work` gets crops of the `inputs` that reach `margin` px further than an area where the picture
 * does, because what looks at its surroundings is wrong at the edge of a crop; of its answers the area is copied into `outputs`,
 * which must not be inputs unless there is a single area. Neighbours are done as one where that is less work than their margins.
 */
export function workInAreas<Inputs extends readonly [Plane, ...Plane[]]>(
  areas: readonly Box[],
  size: Size,
  margin: number,
  inputs: Inputs,
  outputs: readonly Plane[],
  work: (crops: { [K in keyof Inputs]: Plane }, size: Size, box: Box) => readonly Plane[],
): void {
  const around = Math.ceil(margin / ALIGNED) * ALIGNED;
  for (const { box, members } of groupsOf(areas, size, around)) {
    const crops = inputs.map((plane) => cropPlane(plane, size.width, box)) as { [K in keyof Inputs]: Plane };
    const answers = work(crops, { width: box.right - box.left, height: box.bottom - box.top }, box);
    for (const [k, answer] of answers.entries())
      for (const area of members) copyBack(answer, box, outputs[k] as Plane, size.width, area);
  }
}

/** Areas that are computed together, in a box that holds all of them and the margin around. */
interface Group {
  box: Box;
  members: Box[];
}

function groupsOf(areas: readonly Box[], size: Size, around: number): Group[] {
  let groups: Group[] = areas.map((area) => ({
    box: {
      left: Math.max(0, area.left - around),
      top: Math.max(0, area.top - around),
      right: Math.min(size.width, area.right + around),
      bottom: Math.min(size.height, area.bottom + around),
    },
    members: [area],
  }));
  for (let before = 0; before !== groups.length; ) {
    before = groups.length;
    groups = joined(groups);
  }
  return groups;
}

/** Each group with the first before it that is done with it in no more pixels than apart. */
function joined(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    const partner = kept.find(
      ({ box }) => pixelsOf(union(box, group.box)) <= pixelsOf(box) + pixelsOf(group.box),
    );
    if (partner) {
      partner.box = union(partner.box, group.box);
      partner.members.push(...group.members);
    } else {
      kept.push(group);
    }
  }
  return kept;
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function pixelsOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

export function cropPlane(plane: Plane, width: number, box: Box): Plane {
  const across = box.right - box.left;
  const out = new Float32Array(across * (box.bottom - box.top));
  for (let y = box.top; y < box.bottom; y++)
    out.set(plane.subarray(y * width + box.left, y * width + box.right), (y - box.top) * across);
  return out;
}

function copyBack(from: Plane, box: Box, to: Plane, width: number, area: Box): void {
  const across = box.right - box.left;
  for (let y = area.top; y < area.bottom; y++) {
    const start = (y - box.top) * across + area.left - box.left;
    to.set(from.subarray(start, start + area.right - area.left), y * width + area.left);
  }
}
