import sharp from 'sharp';
import { emptyPlanes, type Planes } from '@/vision/image/raster';
import { seededRandom } from '@/vision/image/scalar';

/** Rooms and places behind the test selfies: a few blurred shapes, enough to differ as real backgrounds do. */
export type SceneName = 'office' | 'window' | 'garden' | 'wall' | 'shelf' | 'evening' | 'street';

interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

interface Scene {
  from: string;
  to: string;
  /** Fractions of the picture. */
  shapes: Shape[];
  /** Random soft spots: leaves, lamps, books. */
  spots: { count: number; colours: string[]; top: number; bottom: number; size: number };
}

const SCENES: Record<SceneName, Scene> = {
  office: {
    from: '#c9cfd3',
    to: '#8d8278',
    shapes: [
      { x: 0, y: 0.05, width: 0.3, height: 0.6, colour: '#e9f1f6' },
      { x: 0.62, y: 0.15, width: 0.38, height: 0.55, colour: '#6d5a4b' },
      { x: 0, y: 0.72, width: 1, height: 0.28, colour: '#7c746c' },
    ],
    spots: { count: 12, colours: ['#4e6b4c', '#d9b98a'], top: 0.1, bottom: 0.7, size: 0.06 },
  },
  window: {
    from: '#e8edf0',
    to: '#cfd8dc',
    shapes: [
      { x: 0.55, y: 0, width: 0.4, height: 0.8, colour: '#fbfdff' },
      { x: 0.73, y: 0, width: 0.03, height: 0.8, colour: '#9aa3a8' },
      { x: 0, y: 0.6, width: 0.4, height: 0.4, colour: '#b3a79a' },
    ],
    spots: { count: 4, colours: ['#8fa58a'], top: 0.6, bottom: 0.9, size: 0.1 },
  },
  garden: {
    from: '#b9cfa0',
    to: '#4c6b3d',
    shapes: [{ x: 0, y: 0, width: 1, height: 0.28, colour: '#dfe9ee' }],
    spots: {
      count: 40,
      colours: ['#3f5c33', '#6f8f52', '#91ad6c', '#2f4728'],
      top: 0.2,
      bottom: 1,
      size: 0.1,
    },
  },
  wall: {
    from: '#d8cbbb',
    to: '#b5a48f',
    shapes: [{ x: 0.05, y: 0.08, width: 0.24, height: 0.26, colour: '#56707c' }],
    spots: { count: 0, colours: ['#000000'], top: 0, bottom: 1, size: 0.1 },
  },
  shelf: {
    from: '#8a6f58',
    to: '#5d4a3c',
    shapes: [0.18, 0.42, 0.66, 0.9].map((y) => ({ x: 0, y, width: 1, height: 0.035, colour: '#3f3027' })),
    spots: {
      count: 46,
      colours: ['#c45c46', '#e6d3a8', '#4a6d86', '#2c3942'],
      top: 0.05,
      bottom: 0.95,
      size: 0.045,
    },
  },
  evening: {
    from: '#3a4353',
    to: '#5a4a44',
    shapes: [{ x: 0.6, y: 0.2, width: 0.4, height: 0.5, colour: '#94714d' }],
    spots: { count: 18, colours: ['#f3c987', '#ffe6bb'], top: 0.05, bottom: 0.6, size: 0.03 },
  },
  street: {
    from: '#c4d3e2',
    to: '#9a9a98',
    shapes: [
      { x: 0, y: 0.1, width: 0.34, height: 0.7, colour: '#a3533c' },
      { x: 0.7, y: 0.2, width: 0.3, height: 0.6, colour: '#7b8794' },
      { x: 0, y: 0.82, width: 1, height: 0.18, colour: '#6d6c6b' },
    ],
    spots: { count: 8, colours: ['#d9d5cc', '#40484f'], top: 0.3, bottom: 0.8, size: 0.07 },
  },
};

/** Draws one scene out of focus, planes of 0–1. */
export async function drawScene(
  name: SceneName,
  width: number,
  height: number,
  seed: number,
): Promise<Planes> {
  const scene = SCENES[name];
  const random = seededRandom(seed);
  const rects = scene.shapes.map(
    ({ x, y, width: w, height: h, colour }) =>
      `<rect x="${x * width}" y="${y * height}" width="${w * width}" height="${h * height}" fill="${colour}"/>`,
  );
  const { count, colours, top, bottom, size } = scene.spots;
  const spots = Array.from({ length: count }, (_, i) => {
    const cy = (top + random() * (bottom - top)) * height;
    const r = size * width * (0.6 + random() * 0.8);
    return `<circle cx="${random() * width}" cy="${cy}" r="${r}" fill="${colours[i % colours.length]}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="g" x2="0.4" y2="1"><stop stop-color="${scene.from}"/><stop offset="1" stop-color="${scene.to}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#g)"/>${rects.join('')}${spots.join('')}</svg>`;
  const data = await sharp(Buffer.from(svg))
    .blur(width * 0.018)
    .removeAlpha()
    .raw()
    .toBuffer();
  const planes = emptyPlanes(width * height);
  planes.forEach((plane, k) => {
    for (let i = 0; i < plane.length; i++) plane[i] = (data[i * 3 + k] as number) / 255;
  });
  return planes;
}
