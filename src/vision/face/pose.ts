import {
  CHIN,
  distance,
  EYE_LEFT_CORNERS,
  EYE_RIGHT_CORNERS,
  FOREHEAD_TOP,
  type Landmarks,
  points,
} from '@/vision/face/landmarks';
import { centroid } from '@/vision/image/affine';
import { clamp, toDegrees, toRadians } from '@/vision/image/scalar';
import type { Pose } from '@/vision/types';

type Vector = readonly [number, number, number];

/** Head angles in degrees from the mesh's own depth: an ear-to-ear and a brow-to-chin axis span the face. */
export function headPose(landmarks: Landmarks): Pose {
  const right = meanOf(landmarks, [33, 133, 127, 234]);
  const left = meanOf(landmarks, [263, 362, 356, 454]);
  const top = meanOf(landmarks, [10, 151, 9]);
  const bottom = meanOf(landmarks, [152, 175, 199]);
  const x = unit(minus(left, right));
  const down = minus(bottom, top);
  const along = down[0] * x[0] + down[1] * x[1] + down[2] * x[2];
  const y = unit(minus(down, [x[0] * along, x[1] * along, x[2] * along]));
  const z = cross(x, y);
  return {
    yaw: toDegrees(Math.atan2(z[0], z[2])),
    pitch: toDegrees(Math.asin(clamp(z[1], -1, 1))),
    roll: eyeRoll(landmarks),
  };
}

/** Slope of the line through both eyes, degrees. */
export function eyeRoll(landmarks: Landmarks): number {
  const [rx, ry] = centroid(points(landmarks, EYE_RIGHT_CORNERS));
  const [lx, ly] = centroid(points(landmarks, EYE_LEFT_CORNERS));
  return toDegrees(Math.atan2(ly - ry, lx - rx));
}

/**
 * Height of the face as if looked at straight on, px. A neutral look measures about −8° of pitch on this mesh;
 * beyond ± 0.5 rad the correction stops because the landmarks no longer follow.
 */
export function uprightFaceHeight(landmarks: Landmarks, pitch: number): number {
  const turn = Math.min(0.5, Math.abs(toRadians(pitch + 8)));
  return distance(landmarks, FOREHEAD_TOP, CHIN) / Math.cos(turn);
}

function meanOf(landmarks: Landmarks, indices: readonly number[]): Vector {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const i of indices) {
    x += landmarks[i * 3] as number;
    y += landmarks[i * 3 + 1] as number;
    z += landmarks[i * 3 + 2] as number;
  }
  return [x / indices.length, y / indices.length, z / indices.length];
}

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

function unit(a: Vector): Vector {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
