/**
 * The verdict on one photo, from its numbers alone. What needs the other photos of the set (duplicates, the same
 * person) is in `set-rules.ts`.
 */
import type { FaceMeasurements, PhotoMeasurements } from '@/vision/types';
import type { Check, Finding, PhotoStatus } from './photo-types';
import { THRESHOLDS as T } from './thresholds';

type FaceCheck = {
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

const CHECKS: readonly FaceCheck[] = [
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

/** Every finding about this photo alone, the gravest first and at most one a check. */
export function judgePhoto(measurements: PhotoMeasurements): Finding[] {
  const { faces, face } = measurements;
  if (faces.count === 0 || !face) return [noFace()];
  const findings = CHECKS.flatMap((check) => judge(check, face));
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

function degreesOutside(pitch: number): number {
  return Math.max(0, T.pitch.from - pitch, pitch - T.pitch.to);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function pixels(value: number): string {
  return `${Math.round(value)} px`;
}

function whole(value: number): string {
  return String(Math.round(value));
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function degrees(value: number): string {
  return `${Math.round(value)}°`;
}

/** ".19", as an instrument shows it. */
function hundredths(value: number): string {
  return value.toFixed(2).replace(/^0/, '');
}
