import sharp, { type Sharp } from 'sharp';

/** Interleaved 8-bit sRGB. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** One number a pixel, row by row. */
export type Plane = Float32Array;

/** Red, green and blue planes (or L*, a*, b*). */
export type Planes = [Plane, Plane, Plane];

/** For loops over channels that keep the tuple types. */
export const CHANNELS = [0, 1, 2] as const;

export function emptyPlanes(pixels: number): Planes {
  return [new Float32Array(pixels), new Float32Array(pixels), new Float32Array(pixels)];
}

/** Decodes one of our own JPEGs (upright sRGB without alpha). */
export async function decodeRaster(jpeg: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(jpeg, { failOn: 'error' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Planes of 0–1 to bytes. */
export function planesToRaster(planes: Planes, width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  for (const channel of CHANNELS) {
    const plane = planes[channel];
    for (let i = 0; i < plane.length; i++) {
      const v = plane[i] as number;
      data[i * 3 + channel] = v <= 0 ? 0 : v >= 1 ? 255 : v * 255 + 0.5;
    }
  }
  return { data, width, height };
}

export function rasterToSharp(raster: Raster): Sharp {
  return sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } });
}
