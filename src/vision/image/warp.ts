import { type Affine, scaleOf } from '@/vision/image/affine';
import { levelFor, type Pyramid } from '@/vision/image/pyramid';
import { emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/**
 * Cuts a frame for a neural network: bilinear, interleaved RGB of 0–255, black outside the photo.
 * `m` maps frame pixels to pixels of the full photo.
 */
export function warpForModel(pyramid: Pyramid, m: Affine, width: number, height: number): Float32Array {
  const { raster, shrink } = levelFor(pyramid, scaleOf(m));
  const { data, width: w, height: h } = raster;
  const out = new Float32Array(width * height * 3);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      const u = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * shrink - 0.5;
      const v = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * shrink - 0.5;
      if (u < -1 || v < -1 || u > w || v > h) continue;
      const x0 = clamp(Math.floor(u), 0, w - 1);
      const y0 = clamp(Math.floor(v), 0, h - 1);
      const fx = clamp(u - x0);
      const fy = clamp(v - y0);
      const right = x0 < w - 1 ? 3 : 0;
      const down = y0 < h - 1 ? w * 3 : 0;
      const at = (y0 * w + x0) * 3;
      for (let c = 0; c < 3; c++) {
        const p = at + c;
        const top = (data[p] as number) * (1 - fx) + (data[p + right] as number) * fx;
        const bottom = (data[p + down] as number) * (1 - fx) + (data[p + down + right] as number) * fx;
        out[o + c] = top * (1 - fy) + bottom * fy;
      }
    }
  }
  return out;
}

/**
 * Cuts the frame of a picture: bicubic (Catmull-Rom), planes of 0–1, edge pixels repeated outside the photo.
 * The half octave of bias takes the coarser level from a scale of 1.5 on, which avoids aliasing.
 */
export function warpForPicture(pyramid: Pyramid, m: Affine, width: number, height: number): Planes {
  const { raster, shrink } = levelFor(pyramid, scaleOf(m), 0.415);
  const { data, width: w, height: h } = raster;
  const planes = emptyPlanes(width * height);
  const [red, green, blue] = planes;
  const row = w * 3;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const u = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * shrink - 0.5;
      const v = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * shrink - 0.5;
      const x0 = Math.floor(u);
      const y0 = Math.floor(v);
      // Written out: this loop runs through every pixel's sixteen neighbours, and a loop over columns takes three times as long.
      const tx = u - x0;
      const w0 = catmullRom(0, tx);
      const w1 = catmullRom(1, tx);
      const w2 = catmullRom(2, tx);
      const w3 = catmullRom(3, tx);
      const ty = v - y0;
      const inside = x0 >= 1 && y0 >= 1 && x0 < w - 2 && y0 < h - 2;
      const c0 = inside ? x0 * 3 - 3 : clamp(x0 - 1, 0, w - 1) * 3;
      const c1 = inside ? c0 + 3 : clamp(x0, 0, w - 1) * 3;
      const c2 = inside ? c0 + 6 : clamp(x0 + 1, 0, w - 1) * 3;
      const c3 = inside ? c0 + 9 : clamp(x0 + 2, 0, w - 1) * 3;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = 0; j < 4; j++) {
        const line = inside ? (y0 - 1 + j) * row : clamp(y0 - 1 + j, 0, h - 1) * row;
        const weight = catmullRom(j, ty);
        const p0 = line + c0;
        const p1 = line + c1;
        const p2 = line + c2;
        const p3 = line + c3;
        r += weight * blend(data, p0, p1, p2, p3, w0, w1, w2, w3);
        g += weight * blend(data, p0 + 1, p1 + 1, p2 + 1, p3 + 1, w0, w1, w2, w3);
        b += weight * blend(data, p0 + 2, p1 + 2, p2 + 2, p3 + 2, w0, w1, w2, w3);
      }
      red[i] = clamp(r / 255);
      green[i] = clamp(g / 255);
      blue[i] = clamp(b / 255);
    }
  }
  return planes;
}

function blend(
  data: Uint8Array,
  p0: number,
  p1: number,
  p2: number,
  p3: number,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
): number {
  return (
    (data[p0] as number) * w0 +
    (data[p1] as number) * w1 +
    (data[p2] as number) * w2 +
    (data[p3] as number) * w3
  );
}

/** Weight of the neighbour `k` (0–3) of a place `t` (0–1) on the way from neighbour 1 to 2. */
function catmullRom(k: number, t: number): number {
  if (k === 0) return ((-0.5 * t + 1) * t - 0.5) * t;
  if (k === 1) return (1.5 * t - 2.5) * t * t + 1;
  if (k === 2) return ((-1.5 * t + 2) * t + 0.5) * t;
  return (0.5 * t - 0.5) * t * t;
}
