/**
 * Makes the selfie sets of tests and demo: eight photos of one person out of one portrait, as eight moments with a
 * phone would differ (turn of the head, place, light, distance, tilt, lens). Run: tsx scripts/make-selfies.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eyeLinePoint, type Landmarks } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { uprightFaceHeight } from '@/vision/face/pose';
import { cosine } from '@/vision/face/similarity';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { type Affine, applyAffine, framing } from '@/vision/image/affine';
import { gaussianBlur } from '@/vision/image/blur';
import { buildPyramid } from '@/vision/image/pyramid';
import {
  CHANNELS,
  decodeRaster,
  type Plane,
  type Planes,
  type Raster,
  rasterToSharp,
} from '@/vision/image/raster';
import { clamp, seededRandom, toRadians } from '@/vision/image/scalar';
import { warpForPicture } from '@/vision/image/warp';
import { hashDistance } from '@/vision/photo/comparing';
import { preparePhoto } from '@/vision/photo/prepare';
import { decontaminateEdges } from '@/vision/studio/decontaminate';
import { estimateForeground } from '@/vision/studio/foreground';
import { portraitMatte } from '@/vision/studio/matte/portrait-matte';
import type { PreparedPhoto } from '@/vision/types';
import { keepPrepared } from '../tests/support/prepared-selfies';
import { drawScene, type SceneName } from './selfie-scenes';

interface Moment {
  /** Turn of the head, degrees. */
  yaw: number;
  pitch: number;
  /** Tilt of the phone, degrees. */
  tilt: number;
  /** Null keeps the portrait's own background. */
  scene: SceneName | null;
  /** Stops, and the colour of the light. */
  exposure: number;
  light: readonly [number, number, number];
  /** Sensor noise, 0–255. */
  noise: number;
  /** What the photo shows above, beside and below the eyes, in face heights. */
  reach: { up: number; side: number; down: number };
  /** Moves the window sideways, in face heights. */
  aside: number;
  mirror: boolean;
}

const WHOLE = { up: 1.35, side: 1.45, down: 2.3 };
const NEAR = { up: 1.05, side: 1.34, down: 1.95 };
const FAR = { up: 1.5, side: 1.7, down: 2.7 };
const DAYLIGHT = [1, 1, 1] as const;
const WARM = [1.06, 1, 0.91] as const;
const COOL = [0.95, 1, 1.05] as const;

const MOMENTS: readonly Moment[] = [
  {
    yaw: 0,
    pitch: 0,
    tilt: 0,
    scene: null,
    exposure: 0,
    light: DAYLIGHT,
    noise: 0,
    reach: FAR,
    aside: 0,
    mirror: false,
  },
  {
    yaw: 9,
    pitch: 0,
    tilt: 2,
    scene: 'office',
    exposure: -0.12,
    light: WARM,
    noise: 3,
    reach: WHOLE,
    aside: 0.12,
    mirror: false,
  },
  {
    yaw: -10,
    pitch: 0,
    tilt: -2,
    scene: 'garden',
    exposure: 0.12,
    light: COOL,
    noise: 3,
    reach: NEAR,
    aside: -0.08,
    mirror: true,
  },
  {
    yaw: 5,
    pitch: 5,
    tilt: 1,
    scene: 'window',
    exposure: 0.18,
    light: DAYLIGHT,
    noise: 2,
    reach: WHOLE,
    aside: -0.2,
    mirror: false,
  },
  {
    yaw: -6,
    pitch: -4,
    tilt: 2.5,
    scene: 'shelf',
    exposure: -0.2,
    light: WARM,
    noise: 4,
    reach: FAR,
    aside: 0.05,
    mirror: true,
  },
  {
    yaw: 11,
    pitch: 0,
    tilt: -1,
    scene: 'wall',
    exposure: 0,
    light: WARM,
    noise: 3,
    reach: NEAR,
    aside: 0.1,
    mirror: true,
  },
  {
    yaw: -12,
    pitch: 3,
    tilt: -2.5,
    scene: 'street',
    exposure: 0.1,
    light: COOL,
    noise: 3,
    reach: WHOLE,
    aside: 0.15,
    mirror: false,
  },
  {
    yaw: 4,
    pitch: -6,
    tilt: 1,
    scene: 'evening',
    exposure: -0.25,
    light: WARM,
    noise: 4,
    reach: NEAR,
    aside: -0.12,
    mirror: false,
  },
];

/** The portraits are small; phones are not. */
const ENLARGE = 1.25;

/** Everything about one portrait that the moments share. */
interface Sitter {
  photo: Raster;
  mesh: FaceMesh;
  faceHeight: number;
  picture: Planes;
  person: Planes;
  matte: Plane;
  /** Nearness of each pixel in px, from the mesh; 0 away from the face. */
  depth: Plane;
}

async function sit(file: string): Promise<Sitter> {
  const photo = await decodeRaster(readFileSync(file));
  const pyramid = buildPyramid(photo);
  const [face] = await findVerifiedFaces(pyramid);
  if (!face) throw new Error(`No face in ${file}.`);
  const { width, height } = photo;
  const picture = warpForPicture([photo], [1, 0, 0, 0, 1, 0], width, height);
  const matte = await portraitMatte(photo, { left: 0, top: 0, right: width, bottom: height }, 512);
  const person = estimateForeground(picture, matte, width, height);
  decontaminateEdges(person, matte, width, height);
  const faceHeight = uprightFaceHeight(face.mesh.landmarks, face.mesh.pose.pitch);
  const depth = depthOf(face.mesh.landmarks, width, height, faceHeight);
  return { photo, mesh: face.mesh, faceHeight, picture, person, matte, depth };
}

function depthOf(landmarks: Landmarks, width: number, height: number, faceHeight: number): Plane {
  const sum = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  for (let k = 0; k < 468; k++) {
    const x = Math.round(landmarks[k * 3] as number);
    const y = Math.round(landmarks[k * 3 + 1] as number);
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const i = y * width + x;
    sum[i] = (sum[i] as number) - (landmarks[k * 3 + 2] as number);
    weight[i] = (weight[i] as number) + 1;
  }
  const sigma = faceHeight * 0.045;
  const near = gaussianBlur(sum, width, height, sigma);
  const reach = gaussianBlur(weight, width, height, sigma);
  const [cx, cy] = eyeLinePoint(landmarks);
  const depth = near.map((v, i) => {
    const w = reach[i] as number;
    const r = Math.hypot(
      ((i % width) - cx) / (faceHeight * 0.6),
      (i / width - cy - faceHeight * 0.1) / (faceHeight * 0.78),
    );
    return w > 1e-6 ? (v / (w + 2e-5)) * Math.exp(-(Math.max(0, r - 0.35) ** 2) * 2.2) : 0;
  });
  return gaussianBlur(depth, width, height, faceHeight * 0.024);
}

/** The window in face heights around the eyes, shrunk to what the portrait shows beside and below the person. */
function windowOf(
  { photo, mesh, faceHeight }: Sitter,
  moment: Moment,
): { left: number; right: number; up: number; down: number } {
  const [ex, ey] = eyeLinePoint(mesh.landmarks);
  const lean = Math.abs(Math.sin(toRadians(moment.tilt)));
  const { up, side, down } = moment.reach;
  const left = Math.min(side + moment.aside, ex / faceHeight - lean * down);
  const right = Math.min(side - moment.aside, (photo.width - ex) / faceHeight - lean * down);
  const below = (photo.height - ey) / faceHeight - lean * Math.max(left, right);
  const above = moment.scene ? up : Math.min(up, ey / faceHeight);
  return { left, right, up: above, down: Math.min(down, below) };
}

async function shoot(sitter: Sitter, moment: Moment, seed: number): Promise<Raster> {
  const { photo, faceHeight, mesh } = sitter;
  const reach = windowOf(sitter, moment);
  const unit = faceHeight * ENLARGE;
  const width = Math.round((reach.left + reach.right) * unit);
  const height = Math.round((reach.up + reach.down) * unit);
  const frame = framing(
    [reach.left * unit, reach.up * unit],
    eyeLinePoint(mesh.landmarks),
    toRadians(moment.tilt),
    1 / ENLARGE,
  );
  const scene = moment.scene ? await drawScene(moment.scene, width, height, seed) : null;
  const random = seededRandom(seed * 97 + 5);
  const gain = 2 ** moment.exposure;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = sourceOf(sitter, moment, frame, x, y);
      const inside = sx >= 0 && sy >= 0 && sx < photo.width && sy < photo.height;
      const a = scene ? (inside ? sample(sitter.matte, photo, sx, sy) : 0) : 1;
      const noise = ((random() + random() + random() - 1.5) * moment.noise) / 255;
      for (const k of CHANNELS) {
        const front = sample((scene ? sitter.person : sitter.picture)[k], photo, sx, sy);
        const mixed = scene ? front * a + (scene[k][y * width + x] as number) * (1 - a) : front;
        const column = moment.mirror ? width - 1 - x : x;
        data[(y * width + column) * 3 + k] = clamp(mixed * moment.light[k] * gain + noise) * 255 + 0.5;
      }
    }
  }
  return { data, width, height };
}

/** Turning the head moves near parts sideways more than far ones. */
function sourceOf(
  { photo, depth }: Sitter,
  moment: Moment,
  frame: Affine,
  x: number,
  y: number,
): [number, number] {
  const [px, py] = applyAffine(frame, [x + 0.5, y + 0.5]);
  const near = sample(depth, photo, px, py);
  return [
    px - Math.tan(toRadians(moment.yaw)) * near - 0.5,
    py - Math.tan(toRadians(moment.pitch)) * near - 0.5,
  ];
}

function sample(plane: Plane, { width, height }: Raster, x: number, y: number): number {
  const u = clamp(x, 0, width - 1.001);
  const v = clamp(y, 0, height - 1.001);
  const column = Math.floor(u);
  const row = Math.floor(v);
  const fx = u - column;
  const fy = v - row;
  const at = row * width + column;
  const top = (plane[at] as number) * (1 - fx) + (plane[at + 1] as number) * fx;
  const bottom = (plane[at + width] as number) * (1 - fx) + (plane[at + width + 1] as number) * fx;
  return top * (1 - fy) + bottom * fy;
}

function describe(name: string, set: readonly PreparedPhoto[]): void {
  const [front] = set;
  set.forEach(({ measurements: { face, frame, faces }, embedding, width, height, jpeg }, i) => {
    const pairs = set
      .filter((_, j) => j !== i)
      .map((other) => hashDistance(other.measurements.dHash, set[i]?.measurements.dHash ?? ''));
    console.log(
      `${name}/${i + 1} ${width}×${height} ${Math.round(jpeg.length / 1024)} kB`,
      `faces ${faces.count} cosine ${embedding && front?.embedding ? cosine(embedding, front.embedding).toFixed(3) : '–'}`,
      `dHash ≥ ${Math.min(...pairs)} frames ${Object.values(frame ?? {}).map((f) => `${f.usable ? '' : '!'}${f.shortSide}`)}`,
      JSON.stringify(face, (_, v) => (typeof v === 'number' ? Math.round(v * 100) / 100 : v)),
    );
  });
}

const people = ['fezbot', 'ali-pazani', 'team-4'];
const fixtures = path.join(process.cwd(), 'tests', 'fixtures');
const prepared = new Map<string, PreparedPhoto>();
for (const name of people) {
  const sitter = await sit(path.join(fixtures, 'portraits', `${name}.jpg`));
  const folder = path.join(fixtures, 'selfies', name);
  mkdirSync(folder, { recursive: true });
  const set: PreparedPhoto[] = [];
  for (const [i, moment] of MOMENTS.entries()) {
    const jpeg = await rasterToSharp(await shoot(sitter, moment, i + 1))
      .jpeg({ quality: 84 })
      .toBuffer();
    writeFileSync(path.join(folder, `${i + 1}.jpg`), jpeg);
    const photo = await preparePhoto(jpeg);
    prepared.set(`${name}/${i + 1}`, photo);
    set.push(photo);
  }
  describe(name, set);
}
keepPrepared(prepared);
