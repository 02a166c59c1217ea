/**
 * The verdict on one photo, from its numbers alone. What needs the other photos of the set (duplicates, the same
 * person) is in `set-rules.ts`.
 */
import type { FaceMeasurements, PhotoMeasurements } from '@/vision/types';
import { FACE_CHECKS, type FaceCheck } from './face-checks';
import type { PhotoStatus, Problem } from './photo-types';
import { THRESHOLDS as T } from './thresholds';

/** Every problem of this photo alone, the gravest first and at most one a check. */
export function judgePhoto(measurements: PhotoMeasurements): Problem[] {
  const { faces, face } = measurements;
  if (faces.count === 0 || !face) return [noFace()];
  const problems = FACE_CHECKS.flatMap((check) => judge(check, face));
  if (faces.count > 1) problems.push(severalFaces(faces.count));
  return wearsSunglasses(face)
    ? gravestFirst([sunglasses(face), ...withoutEyes(problems)])
    : gravestFirst(problems);
}

/** `rejected` photos are not used; `warned` ones are. */
export function statusOf(problems: readonly Problem[]): Exclude<PhotoStatus, 'checking'> {
  if (problems.some(({ level }) => level === 'reject')) return 'rejected';
  return problems.length > 0 ? 'warned' : 'accepted';
}

/** Rejections before warnings, and of one check only the gravest. */
export function gravestFirst(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  return sorted.filter((problem, at) => sorted.findIndex(({ check }) => check === problem.check) === at);
}

function rank({ level }: Problem): number {
  return level === 'reject' ? 0 : 1;
}

function judge(check: FaceCheck, face: FaceMeasurements): Problem[] {
  const value = check.value(face);
  if (value === null) return [];
  const { kind, warn, reject } = check;
  const beyond = (limit: number) => !isFine(check.fine, value, limit);
  const level = beyond(reject) ? 'reject' : warn !== undefined && beyond(warn) ? 'warn' : null;
  if (!level) return [];
  const limit = level === 'reject' ? reject : (warn ?? reject);
  return [{ check: check.check, kind, level, value: round(value), limit }];
}

function isFine(fine: FaceCheck['fine'], value: number, limit: number): boolean {
  if (fine === 'above') return value >= limit;
  return fine === 'below' ? value < limit : value <= limit;
}

function noFace(): Problem {
  return { check: 'one-face', kind: 'noFace', level: 'reject', value: 0 };
}

function severalFaces(count: number): Problem {
  return { check: 'one-face', kind: 'faces', level: 'reject', value: count };
}

/** Clear glasses let the white of the eyes through, so they are neither dark nor flat. */
function wearsSunglasses({ eyes }: FaceMeasurements): boolean {
  return eyes.luma < T.sunglasses.luma && eyes.spread < T.sunglasses.spread;
}

function sunglasses({ eyes }: FaceMeasurements): Problem {
  return { check: 'sunglasses', kind: 'sunglasses', level: 'reject', value: round(eyes.luma) };
}

/** Behind sunglasses, "covered" and "closed" would only say the same again. */
function withoutEyes(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ check }) => check !== 'covered-face' && check !== 'eyes-closed');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
