import { hexToRgb, type Rgb, toLinear } from '@/vision/image/colour';
import { CHANNELS, type Planes } from '@/vision/image/raster';
import type { SceneLayer } from '@/vision/studio/recipe';

/** Linear light, which may pass 1. */
export interface SceneCanvas {
  planes: Planes;
  width: number;
  height: number;
  mirror: boolean;
}

export function linearRgb(hex: string): Rgb {
  const [r, g, b] = hexToRgb(hex);
  return [toLinear(r), toLinear(g), toLinear(b)];
}

export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Paints one layer's shapes, sharp. */
export function paintLayer(canvas: SceneCanvas, layer: SceneLayer, random: () => number): void {
  if (layer.shape === 'band') {
    rectangle(canvas, layer, lit(layer.colour, layer.light));
  } else if (layer.shape === 'columns') {
    paintColumns(canvas, layer, random);
  } else {
    paintBlobs(canvas, layer, random);
  }
}

function paintColumns(
  canvas: SceneCanvas,
  layer: Extract<SceneLayer, { shape: 'columns' }>,
  random: () => number,
): void {
  const rise = (layer.to - layer.from) / layer.rows;
  for (let row = 0; row < layer.rows; row++) {
    const from = layer.from + row * rise;
    let x = layer.left - random() * layer.pitch;
    while (x < layer.right) {
      const step = layer.pitch * (1 + layer.ragged * (random() - 0.5));
      const top = from + rise * layer.ragged * 0.35 * random();
      const left = Math.max(x, layer.left);
      const right = Math.min(x + step * layer.fill, layer.right);
      const light = layer.light * (1 - layer.ragged * 0.5 * random());
      const colour = lit(pick(layer.colours, random), light);
      // The rest of a row is the board that it stands on.
      if (right > left) rectangle(canvas, { from: top, to: from + rise * 0.9, left, right }, colour);
      x += step;
    }
  }
}

function paintBlobs(
  canvas: SceneCanvas,
  layer: Extract<SceneLayer, { shape: 'blobs' }>,
  random: () => number,
): void {
  const { width, height, mirror, planes } = canvas;
  for (let n = 0; n < layer.count; n++) {
    const colour = lit(pick(layer.colours, random), layer.light * (0.7 + 0.6 * random()));
    const across = layer.left + random() * (layer.right - layer.left);
    const cx = (mirror ? 1 - across : across) * width;
    const cy = (layer.from + random() * (layer.to - layer.from)) * height;
    const rx = (layer.small + random() * (layer.large - layer.small)) * width;
    const ry = rx * (0.6 + 0.8 * random());
    for (let y = Math.max(0, Math.floor(cy - ry)); y < Math.min(height, cy + ry); y++) {
      const half = rx * Math.sqrt(Math.max(0, 1 - ((y - cy) / ry) ** 2));
      const start = Math.max(0, Math.round(cx - half));
      const end = Math.min(width, Math.round(cx + half));
      for (const k of CHANNELS)
        if (end > start) planes[k].fill(colour[k], y * width + start, y * width + end);
    }
  }
}

type Box = { from: number; to: number; left: number; right: number };

function rectangle({ planes, width, height, mirror }: SceneCanvas, box: Box, colour: Rgb): void {
  const [left, right] = mirror ? [1 - box.right, 1 - box.left] : [box.left, box.right];
  const start = Math.max(0, Math.round(left * width));
  const end = Math.min(width, Math.round(right * width));
  for (let y = Math.max(0, Math.round(box.from * height)); y < Math.min(height, box.to * height); y++) {
    for (const k of CHANNELS) if (end > start) planes[k].fill(colour[k], y * width + start, y * width + end);
  }
}

function lit(hex: string, light: number): Rgb {
  const [r, g, b] = linearRgb(hex);
  return [r * light, g * light, b * light];
}
