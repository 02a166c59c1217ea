import { emptyPlanes, type Plane, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { BackdropPlace } from '@/vision/studio/backdrops/draw-backdrop';

interface Size {
  width: number;
  height: number;
}

/** The same place in a picture of a `factor`-th of the width. */
export function reducedPlace(place: BackdropPlace, factor: number): BackdropPlace {
  return {
    width: Math.ceil(place.width / factor),
    height: Math.ceil(place.height / factor),
    headX: place.headX / factor,
    headY: place.headY / factor,
    lightSide: place.lightSide,
  };
}

/** Bilinear. For planes without detail of their own, such as blurred ones. */
export function enlarge(planes: Planes, from: Size, to: Size): Planes {
  const out = emptyPlanes(to.width * to.height);
  const columns = new Int32Array(to.width);
  const shares = new Float32Array(to.width);
  for (let x = 0; x < to.width; x++) {
    const sx = clamp(((x + 0.5) * from.width) / to.width - 0.5, 0, from.width - 1);
    columns[x] = Math.min(from.width - 2, Math.floor(sx));
    shares[x] = sx - (columns[x] as number);
  }
  const line = new Float32Array(from.width);
  for (let y = 0; y < to.height; y++) {
    const sy = clamp(((y + 0.5) * from.height) / to.height - 0.5, 0, from.height - 1);
    const row = Math.min(from.height - 2, Math.floor(sy));
    for (let k = 0; k < 3; k++) {
      const plane = planes[k] as Plane;
      const target = out[k] as Plane;
      blendRows(plane, row * from.width, sy - row, line);
      for (let x = 0, i = y * to.width; x < to.width; x++, i++) {
        const column = columns[x] as number;
        const a = line[column] as number;
        target[i] = a + ((line[column + 1] as number) - a) * (shares[x] as number);
      }
    }
  }
  return out;
}

/** One row and the next, which has the given share. */
function blendRows(plane: Plane, start: number, share: number, line: Plane): void {
  for (let x = 0, at = start; x < line.length; x++, at++) {
    const a = plane[at] as number;
    line[x] = a + ((plane[at + line.length] as number) - a) * share;
  }
}
