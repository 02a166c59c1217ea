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
  const across = new Float64Array(4);
  const down = new Float64Array(4);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const u = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * shrink - 0.5;
      const v = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * shrink - 0.5;
      const x0 = Math.floor(u);
      const y0 = Math.floor(v);
      catmullRom(u - x0, across);
      catmullRom(v - y0, down);
      // Written out: this loop runs through every pixel's sixteen neighbours, and a loop over columns takes three times as long.
      const w0 = across[0] as number;
      const w1 = across[1] as number;
      const w2 = across[2] as number;
      const w3 = across[3] as number;
      const c0 = clamp(x0 - 1, 0, w - 1) * 3;
      const c1 = clamp(x0, 0, w - 1) * 3;
      const c2 = clamp(x0 + 1, 0, w - 1) * 3;
      const c3 = clamp(x0 + 2, 0, w - 1) * 3;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = 0; j < 4; j++) {
        const row = clamp(y0 - 1 + j, 0, h - 1) * w * 3;
        const weight = down[j] as number;
        const p0 = row + c0;
        const p1 = row + c1;
        const p2 = row + c2;
        const p3 = row + c3;
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

function catmullRom(t: number, weights: Float64Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  weights[0] = -0.5 * t3 + t2 - 0.5 * t;
  weights[1] = 1.5 * t3 - 2.5 * t2 + 1;
  weights[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
  weights[3] = 0.5 * t3 - 0.5 * t2;
}
