import { CHEEK_LEFT, CHEEK_RIGHT, eyeLinePoint, type Landmarks, point } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { uprightFaceHeight } from '@/vision/face/pose';
import { type Affine, applyAffine, framing } from '@/vision/image/affine';
import { toRadians } from '@/vision/image/scalar';
import type { Aspect, Composition } from '@/vision/types';

/**
 * One composition for everybody, so that a team page lines up: landmarks decide, hair and hats only where something of them would be
 * cut off (`head-room.ts`). `eyeLine` and `headHeight` (landmarks 10→152) are fractions of the picture's height. The values leave
 * room for most hats and need about one face height below the chin.
 */
export const FRAMES: Record<Aspect, { width: number; height: number; eyeLine: number; headHeight: number }> =
  {
    '1:1': { width: 1, height: 1, eyeLine: 0.43, headHeight: 0.4 },
    '3:4': { width: 3, height: 4, eyeLine: 0.395, headHeight: 0.38 },
    '4:5': { width: 4, height: 5, eyeLine: 0.4, headHeight: 0.375 },
  };

/** Small tilts are levelled whole; of the rest of a strong one only half, or the shoulders would tip over. */
const FULL_LEVELLING = 14;

export interface FrameSize {
  width: number;
  height: number;
}

export function frameSize(aspect: Aspect, shortSide: number): FrameSize {
  const { width, height } = FRAMES[aspect];
  return { width: shortSide, height: Math.round((shortSide * height) / width / 2) * 2 };
}

/** How a frame differs from the usual one. */
export interface Placement {
  /** Moves the face sideways, to the left, as a fraction of the picture's width. */
  shift: number;
  /** Makes the head larger than usual, around the same eye line. */
  zoom: number;
  /** Lowers the eye line, as a fraction of the picture's height. */
  drop: number;
}

const USUAL: Placement = { shift: 0, zoom: 1, drop: 0 };

/** The map from picture pixels to photo pixels; the levelling is the same whatever the placement. */
export function composeFrame(
  mesh: FaceMesh,
  aspect: Aspect,
  size: FrameSize,
  placement: Partial<Placement> = USUAL,
): Affine {
  const { shift, zoom, drop } = { ...USUAL, ...placement };
  const recipe = FRAMES[aspect];
  const scale = uprightFaceHeight(mesh.landmarks, mesh.pose.pitch) / recipe.headHeight / zoom / size.height;
  const angle = toRadians(levelling(mesh.pose.roll));
  const eyes = eyeLinePoint(mesh.landmarks);
  const anchored = framing([size.width / 2, (recipe.eyeLine + drop) * size.height], eyes, angle, scale);
  const offCentre = faceCentreOffset(mesh.landmarks, angle) / scale + shift * size.width;
  const [x, y] = applyAffine(anchored, [offCentre, 0]);
  return [anchored[0], anchored[1], x, anchored[3], anchored[4], y];
}

/** What `composeFrame` aims at, measured on a finished picture. */
export function measureComposition(mesh: FaceMesh, height: number): Composition {
  return {
    eyeLine: eyeLinePoint(mesh.landmarks)[1] / height,
    headHeight: uprightFaceHeight(mesh.landmarks, mesh.pose.pitch) / height,
    roll: mesh.pose.roll,
  };
}

export function levelling(roll: number): number {
  const beyond = Math.max(0, Math.abs(roll) - FULL_LEVELLING);
  return Math.sign(roll) * (Math.min(Math.abs(roll), FULL_LEVELLING) + beyond / 2);
}

/**
 * How far the middle of the head lies from the middle of the eyes, photo px along the levelled horizontal.
 * Two thirds cheeks, one third eyes: a turned face keeps a little room in the direction of its look.
 */
function faceCentreOffset(landmarks: Landmarks, angle: number): number {
  const [rx, ry] = point(landmarks, CHEEK_RIGHT);
  const [lx, ly] = point(landmarks, CHEEK_LEFT);
  const [ex, ey] = eyeLinePoint(landmarks);
  return 0.65 * (((rx + lx) / 2 - ex) * Math.cos(angle) + ((ry + ly) / 2 - ey) * Math.sin(angle));
}
