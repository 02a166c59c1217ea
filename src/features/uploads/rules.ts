/**
 * The verdict on one photo, from its numbers alone. What needs the other photos of the set (duplicates, the same
 * person) is in `set-rules.ts`.
 */
import type { FaceMeasurements, PhotoMeasurements } from '@/vision/types';
import { FACE_CHECKS, type FaceCheck } from './face-checks';
import type { Finding, PhotoStatus } from './photo-types';
import { THRESHOLDS as T } from './thresholds';

/** Every finding about this photo alone, the gravest first and at most one a check. */
export function judgePhoto(measurements: PhotoMeasurements): Finding[] {
  const { faces, face } = measurements;
  if (faces.count === 0 || !face) return [noFace()];
  const findings = FACE_CHECKS.flatMap((check) => judge(check, face));
  if (faces.count > 1) findings.push(severalFaces(faces.count));
  return wearsSunglasses(face)
    ? gravestFirst([sunglasses(face), ...withoutEyes(findings)])
    : gravestFirst(findings);
}

/** `rejected` photos are not used; `warned` ones are. */
export function statusOf(findings: readonly Finding[]): Exclude<PhotoStatus, 'checking'> {
  if (findings.some((finding) => finding.level === 'reject')) return 'rejected';
  return findings.length > 0 ? 'warned' : 'accepted';
}

/** Rejections before warnings, and of one check only the gravest. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  return sorted.filter((finding, at) => sorted.findIndex(({ check }) => check === finding.check) === at);
}

function rank(finding: Finding): number {
  return finding.level === 'reject' ? 0 : 1;
}

function judge(check: FaceCheck, face: FaceMeasurements): Finding[] {
  const value = check.value(face);
  if (value === null) return [];
  const { warn, reject, label, message, number, format } = check;
  const beyond = (limit: number) => !isFine(check.fine, value, limit);
  const level = beyond(reject) ? 'reject' : warn !== undefined && beyond(warn) ? 'warn' : null;
  if (!level) return [];
  const limit = level === 'reject' ? reject : (warn ?? reject);
  const bound = check.fine === 'above' ? `at least ${format(limit)}` : `at most ${format(limit)}`;
  const detail =
    level === 'reject'
      ? `${number}: ${format(value)}. We need ${bound}. This photo is not used.`
      : `${number}: ${format(value)}. Better: ${bound}. This photo is used.`;
  return [{ check: check.check, level, value: round(value), label, message, detail }];
}

function isFine(fine: FaceCheck['fine'], value: number, limit: number): boolean {
  if (fine === 'above') return value >= limit;
  return fine === 'below' ? value < limit : value <= limit;
}

function noFace(): Finding {
  return {
    check: 'one-face',
    level: 'reject',
    value: 0,
    label: 'No face',
    message: 'No face found: show your whole face in good light.',
    detail: 'We need one face. This photo is not used.',
  };
}

function severalFaces(count: number): Finding {
  const people = count === 2 ? 'two people' : `${count} people`;
  return {
    check: 'one-face',
    level: 'reject',
    value: count,
    label: count === 2 ? 'Two people' : `${count} people`,
    message: `We found ${people}: crop the photo or choose another.`,
    detail: 'We need one face. This photo is not used.',
  };
}

/** Clear glasses let the white of the eyes through, so they are neither dark nor flat. */
function wearsSunglasses({ eyes }: FaceMeasurements): boolean {
  return eyes.luma < T.sunglasses.luma && eyes.spread < T.sunglasses.spread;
}

function sunglasses({ eyes }: FaceMeasurements): Finding {
  return {
    check: 'sunglasses',
    level: 'reject',
    value: round(eyes.luma),
    label: 'Sunglasses',
    message: 'Take off your sunglasses: your eyes must be seen.',
    detail: 'Clear glasses are fine. This photo is not used.',
  };
}

/** Behind sunglasses, "covered" and "closed" would only say the same again. */
function withoutEyes(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ check }) => check !== 'covered-face' && check !== 'eyes-closed');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
