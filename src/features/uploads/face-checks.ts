/** The check table as data: what is measured on the face, which numbers are fine, and their unit. The words are in `finding-words.ts`. */
import type { FaceMeasurements } from '@/vision/types';
import type { Check, ProblemKind } from './photo-types';
import { THRESHOLDS as T } from './thresholds';

/** How a number is written. */
export type Unit = 'pixels' | 'whole' | 'hundredths' | 'percent' | 'degrees';

export type FaceCheck = {
  check: Check;
  kind: ProblemKind;
  /** Null: this photo cannot be judged by this check. */
  value: (face: FaceMeasurements) => number | null;
  /** Where photos are fine: at or above the limit, below it, or up to and with it. */
  fine: 'above' | 'below' | 'up-to';
  warn?: number;
  reject: number;
  unit: Unit;
};

export const FACE_CHECKS: readonly FaceCheck[] = [
  {
    check: 'size',
    kind: 'size',
    value: (face) => face.pupilDistance,
    fine: 'above',
    ...T.size,
    unit: 'pixels',
  },
  {
    check: 'sharpness',
    kind: 'sharpness',
    value: (face) => face.sharpness,
    fine: 'above',
    ...T.sharpness,
    unit: 'hundredths',
  },
  {
    check: 'too-dark',
    kind: 'dark',
    value: (face) => face.skin.luma,
    fine: 'above',
    warn: T.dark.warn,
    reject: T.dark.reject,
    unit: 'whole',
  },
  {
    check: 'too-dark',
    kind: 'black',
    value: (face) => face.skin.dark,
    fine: 'below',
    reject: T.dark.rejectShare,
    unit: 'percent',
  },
  {
    check: 'too-bright',
    kind: 'bright',
    value: (face) => face.skin.clipped,
    fine: 'below',
    ...T.bright,
    unit: 'percent',
  },
  {
    check: 'side-light',
    kind: 'sideLight',
    value: (face) => (Math.abs(face.pose.yaw) < T.sideLight.whileYawBelow ? face.asymmetry : null),
    fine: 'below',
    warn: T.sideLight.warn,
    reject: T.sideLight.reject,
    unit: 'percent',
  },
  {
    check: 'head-in-frame',
    kind: 'headCut',
    value: (face) => face.headCutTop,
    fine: 'below',
    ...T.headCut,
    unit: 'percent',
  },
  {
    check: 'shoulders',
    kind: 'shoulders',
    value: (face) => face.spaceBelowChin,
    fine: 'above',
    ...T.shoulders,
    unit: 'percent',
  },
  {
    check: 'angle',
    kind: 'turned',
    value: (face) => Math.abs(face.pose.yaw),
    fine: 'up-to',
    ...T.yaw,
    unit: 'degrees',
  },
  {
    check: 'angle',
    kind: 'pitched',
    value: (face) => degreesOutside(face.pose.pitch),
    fine: 'up-to',
    warn: 0,
    reject: T.pitch.warnMargin,
    unit: 'degrees',
  },
  {
    check: 'angle',
    kind: 'tilted',
    value: (face) => Math.abs(face.pose.roll),
    fine: 'up-to',
    ...T.roll,
    unit: 'degrees',
  },
  covers('eyes', (covered) => covered.eyes),
  covers('nose', (covered) => covered.nose),
  covers('mouth', (covered) => covered.mouth),
  {
    check: 'eyes-closed',
    kind: 'eyesClosed',
    value: (face) => face.blink,
    fine: 'below',
    ...T.eyesClosed,
    unit: 'percent',
  },
];

function covers(
  kind: 'eyes' | 'nose' | 'mouth',
  value: (covered: FaceMeasurements['occlusion']) => number,
): FaceCheck {
  return {
    check: 'covered-face',
    kind,
    value: (face) => value(face.occlusion),
    fine: 'below',
    ...T.covered,
    unit: 'percent',
  };
}

function degreesOutside(pitch: number): number {
  return Math.max(0, T.pitch.from - pitch, pitch - T.pitch.to);
}
