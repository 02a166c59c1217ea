import { centroid, type Point } from '@/vision/image/affine';

/**
 * The 478-point face mesh: x, y and depth (negative = nearer) in photo pixels, 3 numbers a point. "Left" and
 * "right" are the subject's own. Index lists follow the published mesh topology.
 */
export type Landmarks = Float32Array;

export const FOREHEAD_TOP = 10;
export const CHIN = 152;
export const CHEEK_RIGHT = 234;
export const CHEEK_LEFT = 454;
export const IRIS_RIGHT = 468;
export const IRIS_LEFT = 473;
export const EYE_RIGHT_CORNERS = [33, 133];
export const EYE_LEFT_CORNERS = [263, 362];

export const FACE_OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];
export const EYE_LEFT = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466];
export const EYE_RIGHT = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246];
export const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
];
/** The edge of the open mouth. */
export const INNER_LIPS = [
  78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
];
export const BROW_LEFT = [276, 283, 282, 295, 285, 336, 296, 334, 293, 300];
export const BROW_RIGHT = [46, 53, 52, 65, 55, 107, 66, 105, 63, 70];
export const NOSTRILS = [48, 64, 98, 97, 2, 326, 327, 294, 278, 1];
export const NOSE = [
  168, 193, 122, 196, 236, 198, 209, 129, 98, 97, 2, 326, 327, 358, 429, 420, 456, 419, 351, 417,
];

export function point(landmarks: Landmarks, index: number): Point {
  return [landmarks[index * 3] as number, landmarks[index * 3 + 1] as number];
}

export function points(landmarks: Landmarks, indices: readonly number[]): Point[] {
  return indices.map((index) => point(landmarks, index));
}

export function distance(landmarks: Landmarks, from: number, to: number): number {
  const [x, y] = point(landmarks, from);
  const [u, v] = point(landmarks, to);
  return Math.hypot(u - x, v - y);
}

/** Mean of the four eye corners: steadier than the irises when somebody blinks or looks aside. */
export function eyeLinePoint(landmarks: Landmarks): Point {
  return centroid(points(landmarks, [...EYE_RIGHT_CORNERS, ...EYE_LEFT_CORNERS]));
}

/** Width from cheek to cheek, px. */
export function faceWidth(landmarks: Landmarks): number {
  return distance(landmarks, CHEEK_RIGHT, CHEEK_LEFT);
}
