/** What goes wrong with photos, done to good ones by degrees. The sizes of things are given in faces, so that photos of any size compare. */
import sharp, { type Sharp } from 'sharp';
import type { Check } from '@/features/uploads/photo-types';
import {
  CHIN,
  EYE_LEFT_CORNERS,
  EYE_RIGHT_CORNERS,
  eyeLinePoint,
  FOREHEAD_TOP,
  faceWidth,
  IRIS_LEFT,
  IRIS_RIGHT,
  type Landmarks,
  point,
} from '@/vision/face/landmarks';

/** A photo that passes, and where its face is, px. */
export type Good = { jpeg: Buffer; width: number; height: number; landmarks: Landmarks };

export type Degradation = {
  check: Check;
  /** What is done, and the unit of the grades. */
  what: string;
  /** Harmless first. */
  grades: readonly number[];
  make: (photo: Good, grade: number) => Promise<Buffer>;
};

export const DEGRADATIONS: readonly Degradation[] = [
  {
    check: 'one-face',
    what: 'the same person beside, at a share of the size',
    grades: [0.2, 0.5, 1],
    make: secondFace,
  },
  { check: 'size', what: 'distance between the pupils, px', grades: [110, 75, 45], make: smaller },
  { check: 'sharpness', what: 'blur, 1/1000 of the face’s width', grades: [2, 10, 30], make: blurred },
  {
    check: 'sharpness',
    what: 'sideways smear, 1/1000 of the face’s width',
    grades: [8, 30, 80],
    make: (photo, grade) => smeared(photo, [1, 0], grade),
  },
  {
    check: 'sharpness',
    what: 'smear up and down, 1/1000 of the face’s width',
    grades: [8, 30, 80],
    make: (photo, grade) => smeared(photo, [0, 1], grade),
  },
  {
    check: 'sharpness',
    what: 'slanting smear, 1/1000 of the face’s width',
    grades: [8, 30, 80],
    make: (photo, grade) => smeared(photo, [0.71, 0.71], grade),
  },
  { check: 'too-dark', what: 'share of the light', grades: [0.8, 0.4, 0.12], make: lit },
  { check: 'too-bright', what: 'multiple of the light', grades: [1.15, 1.8, 3], make: lit },
  { check: 'side-light', what: 'light taken from one side', grades: [0.2, 0.55, 0.85], make: litFromOneSide },
  { check: 'head-in-frame', what: 'faces cut off above the brows', grades: [-0.6, 0.1, 0.3], make: cutAbove },
  { check: 'shoulders', what: 'faces left below the chin', grades: [0.6, 0.45, 0.25], make: cutBelow },
  { check: 'angle', what: 'degrees that the photo is tilted by', grades: [8, 27, 45], make: tilted },
  {
    check: 'covered-face',
    what: 'share of the lower face behind something grey',
    grades: [0.2, 0.55, 0.7, 0.95],
    make: covered,
  },
  {
    check: 'sunglasses',
    what: 'darkness of lenses drawn over the eyes',
    grades: [0.15, 0.6, 0.97],
    make: behindLenses,
  },
];

const picture = (photo: Good) => sharp(photo.jpeg);
const jpeg = (image: Sharp) => image.jpeg({ quality: 92 }).toBuffer();
const faceHeight = ({ landmarks }: Good) => {
  const [tx, ty] = point(landmarks, FOREHEAD_TOP);
  const [cx, cy] = point(landmarks, CHIN);
  return Math.hypot(cx - tx, cy - ty);
};

async function secondFace(photo: Good, share: number): Promise<Buffer> {
  const height = Math.round(photo.height * share);
  const beside = await picture(photo).resize({ height }).toBuffer({ resolveWithObject: true });
  const wide = picture(photo).extend({ right: beside.info.width, background: '#777777' });
  return jpeg(
    sharp(await wide.toBuffer()).composite([
      { input: beside.data, left: photo.width, top: photo.height - beside.info.height },
    ]),
  );
}

function smaller(photo: Good, pixels: number): Promise<Buffer> {
  const [rx, ry] = point(photo.landmarks, IRIS_RIGHT);
  const [lx, ly] = point(photo.landmarks, IRIS_LEFT);
  const factor = Math.min(1, pixels / Math.hypot(lx - rx, ly - ry));
  return jpeg(picture(photo).resize({ width: Math.round(photo.width * factor) }));
}

function blurred(photo: Good, thousandths: number): Promise<Buffer> {
  return jpeg(picture(photo).blur(Math.max(0.3, (faceWidth(photo.landmarks) * thousandths) / 1000)));
}

/** The phone moved along a line while it took the photo. */
function smeared(photo: Good, [dx, dy]: readonly [number, number], thousandths: number): Promise<Buffer> {
  const length = Math.max(3, (faceWidth(photo.landmarks) * thousandths) / 1000);
  const side = Math.ceil(length) | 1;
  const kernel = new Array<number>(side * side).fill(0);
  const steps = side * 10;
  for (let step = 0; step <= steps; step++) {
    const along = (step / steps - 0.5) * (side - 1);
    const x = Math.round(side / 2 - 0.5 + dx * along);
    const y = Math.round(side / 2 - 0.5 + dy * along);
    kernel[y * side + x] = (kernel[y * side + x] ?? 0) + 1;
  }
  return jpeg(picture(photo).convolve({ width: side, height: side, kernel, scale: steps + 1 }));
}

function lit(photo: Good, factor: number): Promise<Buffer> {
  return jpeg(picture(photo).linear(factor, 0));
}

async function litFromOneSide(photo: Good, taken: number): Promise<Buffer> {
  const [x] = eyeLinePoint(photo.landmarks);
  const half = faceWidth(photo.landmarks) / 3;
  const [from, to] = [(x - half) / photo.width, (x + half) / photo.width].map((v) => `${v * 100}%`);
  return jpeg(
    picture(photo).composite([
      {
        input: svg(
          photo,
          `<defs><linearGradient id="g"><stop offset="${from}" stop-opacity="${taken}"/><stop offset="${to}" stop-opacity="0"/></linearGradient></defs>
           <rect width="100%" height="100%" fill="url(#g)"/>`,
        ),
      },
    ]),
  );
}

function cutAbove(photo: Good, faces: number): Promise<Buffer> {
  const [, brows] = point(photo.landmarks, FOREHEAD_TOP);
  const top = Math.max(0, Math.round(brows + faceHeight(photo) * faces));
  return jpeg(picture(photo).extract({ left: 0, top, width: photo.width, height: photo.height - top }));
}

function cutBelow(photo: Good, faces: number): Promise<Buffer> {
  const [, chin] = point(photo.landmarks, CHIN);
  const height = Math.min(photo.height, Math.round(chin + faceHeight(photo) * faces));
  return jpeg(picture(photo).extract({ left: 0, top: 0, width: photo.width, height }));
}

function tilted(photo: Good, degrees: number): Promise<Buffer> {
  return jpeg(picture(photo).rotate(degrees, { background: '#777777' }));
}

function covered(photo: Good, share: number): Promise<Buffer> {
  const [, eyes] = eyeLinePoint(photo.landmarks);
  const [x, chin] = point(photo.landmarks, CHIN);
  const width = faceWidth(photo.landmarks) * 1.1;
  const height = (chin - eyes) * 0.75;
  const shape = `<rect x="${x - width / 2}" y="${chin - height * share}" width="${width}" height="${height * share}" fill="#6d7378"/>`;
  return jpeg(picture(photo).composite([{ input: svg(photo, shape) }]));
}

function behindLenses(photo: Good, dark: number): Promise<Buffer> {
  const lenses = [EYE_RIGHT_CORNERS, EYE_LEFT_CORNERS].map(([from = 0, to = 0]) => {
    const [ax, ay] = point(photo.landmarks, from);
    const [bx, by] = point(photo.landmarks, to);
    const reach = Math.hypot(bx - ax, by - ay) * 0.85;
    return `<ellipse cx="${(ax + bx) / 2}" cy="${(ay + by) / 2}" rx="${reach}" ry="${reach * 0.8}" fill="#101010" fill-opacity="${dark}"/>`;
  });
  return jpeg(picture(photo).composite([{ input: svg(photo, lenses.join('')) }]));
}

function svg({ width, height }: Good, shapes: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`,
  );
}
