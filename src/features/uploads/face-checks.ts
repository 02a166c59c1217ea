/** The check table as data: what is measured on the face, which numbers are fine, and what to tell the person. */
import type { FaceMeasurements } from '@/vision/types';
import type { Check } from './photo-types';
import { THRESHOLDS as T } from './thresholds';

export type FaceCheck = {
  check: Check;
  /** Null: this photo cannot be judged by this check. */
  value: (face: FaceMeasurements) => number | null;
  /** Where photos are fine: at or above the limit, below it, or up to and with it. */
  fine: 'above' | 'below' | 'up-to';
  warn?: number;
  reject: number;
  label: string;
  message: string;
  /** Name of the number as the person reads it. */
  number: string;
  format: (value: number) => string;
};

export const FACE_CHECKS: readonly FaceCheck[] = [
  {
    check: 'size',
    value: (face) => face.pupilDistance,
    fine: 'above',
    ...T.size,
    label: 'Too far away',
    message: 'Come closer: your face is small.',
    number: 'Distance between your eyes',
    format: pixels,
  },
  {
    check: 'sharpness',
    value: (face) => face.sharpness,
    fine: 'above',
    ...T.sharpness,
    label: 'Blurred',
    message: 'Blurred: hold still and wipe the lens.',
    number: 'Sharpness',
    format: hundredths,
  },
  {
    check: 'too-dark',
    value: (face) => face.skin.luma,
    fine: 'above',
    warn: T.dark.warn,
    reject: T.dark.reject,
    label: 'Too dark',
    message: 'Too dark: face a window or a lamp.',
    number: 'Light on your face',
    format: whole,
  },
  {
    check: 'too-dark',
    value: (face) => face.skin.dark,
    fine: 'below',
    reject: T.dark.rejectShare,
    label: 'Too dark',
    message: 'Too dark: face a window or a lamp.',
    number: 'Black parts of your face',
    format: percent,
  },
  {
    check: 'too-bright',
    value: (face) => face.skin.clipped,
    fine: 'below',
    ...T.bright,
    label: 'Too bright',
    message: 'Too bright: step out of direct sun or flash.',
    number: 'White parts of your face',
    format: percent,
  },
  {
    check: 'side-light',
    value: (face) => (Math.abs(face.pose.yaw) < T.sideLight.whileYawBelow ? face.asymmetry : null),
    fine: 'below',
    warn: T.sideLight.warn,
    reject: T.sideLight.reject,
    label: 'Turn toward the light',
    message: 'Light from one side: turn toward the light.',
    number: 'Difference of the two sides',
    format: percent,
  },
  {
    check: 'head-in-frame',
    value: (face) => face.headCutTop,
    fine: 'below',
    ...T.headCut,
    label: 'Leave space above your head',
    message: 'Your head is cut off: leave space above it.',
    number: 'Head at the upper edge',
    format: percent,
  },
  {
    check: 'shoulders',
    value: (face) => face.spaceBelowChin,
    fine: 'above',
    ...T.shoulders,
    label: 'Show your shoulders',
    message: 'Show your shoulders: hold the phone a little farther away or lower.',
    number: 'Space below your chin',
    format: percent,
  },
  {
    check: 'angle',
    value: (face) => Math.abs(face.pose.yaw),
    fine: 'up-to',
    ...T.yaw,
    label: 'Turned away',
    message: 'Look toward the camera: your head is turned away.',
    number: 'Turned by',
    format: degrees,
  },
  {
    check: 'angle',
    value: (face) => degreesOutside(face.pose.pitch),
    fine: 'up-to',
    warn: 0,
    reject: T.pitch.warnMargin,
    label: 'Tilted up or down',
    message: 'Look toward the camera: hold it at the height of your eyes.',
    number: 'Too far up or down by',
    format: (value) => degrees(Math.ceil(value)),
  },
  {
    check: 'angle',
    value: (face) => Math.abs(face.pose.roll),
    fine: 'up-to',
    ...T.roll,
    label: 'Head tilted',
    message: 'Hold your head upright and look toward the camera.',
    number: 'Tilted by',
    format: degrees,
  },
  covers(
    'Eyes',
    'Your eyes are covered: move hair, hands and hats out of your face.',
    (covered) => covered.eyes,
  ),
  covers('Nose', 'Your nose is covered: show your whole face.', (covered) => covered.nose),
  covers('Mouth', 'A hand or mask covers your mouth: show your whole face.', (covered) => covered.mouth),
  {
    check: 'eyes-closed',
    value: (face) => face.blink,
    fine: 'below',
    ...T.eyesClosed,
    label: 'Eyes closed',
    message: 'Eyes closed: keep them open.',
    number: 'Eyes closed',
    format: percent,
  },
];

function covers(
  region: string,
  message: string,
  value: (covered: FaceMeasurements['occlusion']) => number,
): FaceCheck {
  return {
    check: 'covered-face',
    value: (face) => value(face.occlusion),
    fine: 'below',
    ...T.covered,
    label: `${region} covered`,
    message,
    number: 'Covered',
    format: percent,
  };
}

function degreesOutside(pitch: number): number {
  return Math.max(0, T.pitch.from - pitch, pitch - T.pitch.to);
}

function pixels(value: number): string {
  return `${Math.round(value)} px`;
}

function whole(value: number): string {
  return String(Math.round(value));
}

function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}

function degrees(value: number): string {
  return `${Math.round(value)}°`;
}

/** ".19", as an instrument shows it. */
function hundredths(value: number): string {
  return value.toFixed(2).replace(/^0/, '');
}
