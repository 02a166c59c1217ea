import { distance, EYE_LEFT_CORNERS, INNER_LIPS, type Landmarks, points } from '@/vision/face/landmarks';
import { gaussianBlur } from '@/vision/image/blur';
import { boundsOf, fillPolygon } from '@/vision/image/polygon';
import type { Plane, Planes } from '@/vision/image/raster';
import { smoothstep } from '@/vision/image/scalar';
import type { FaceMasks } from '@/vision/studio/retouch/face-masks';
import type { Subject } from '@/vision/studio/subject';

/** At full strength: steps of L* for the white of the eye and for teeth, and shares of red and yellow that are taken out. */
const EYE_LIFT = 6;
const EYE_RED = 0.35;
const TEETH_LIFT = 5;
const TEETH_YELLOW = 0.5;
/** Between the lips, of the face's height: less is a closed mouth. */
const OPEN = 0.018;
/** Share of the open mouth that must look like teeth. */
const SEEN = 0.12;

/** Lifts and clears the white of the eyes and adds a little clarity; the iris keeps its colour. In place. */
export function brightenEyes([l, a]: Planes, subject: Subject, masks: FaceMasks, strength: number): void {
  const { width, height, face } = subject;
  const soft = gaussianBlur(l, width, height, Math.max(1, face.width * 0.012));
  for (let i = 0; i < l.length; i++) {
    const k = (masks.eyes[i] as number) * strength;
    if (k < 0.004) continue;
    const v = l[i] as number;
    // White of the eye: bright, and hardly coloured apart from its veins.
    const white = smoothstep(38, 62, v) * (1 - smoothstep(20, 30, Math.abs(a[i] as number)));
    l[i] = Math.min(97, v + k * (white * EYE_LIFT + (v - (soft[i] as number)) * 0.3));
    a[i] = (a[i] as number) * (1 - k * white * EYE_RED);
  }
}

/** Takes yellow out of teeth and lifts them a little, where the mouth is open and teeth are seen. In place. */
export function brightenTeeth([l, a, b]: Planes, subject: Subject, strength: number): void {
  const { width, height, face } = subject;
  if (mouthOpening(face.landmarks) / face.height < OPEN) return;
  const mouth = mouthMask(face.landmarks, width, height);
  const { left, right, top, bottom } = boundsOf(points(face.landmarks, INNER_LIPS));
  let inside = 0;
  let teeth = 0;
  const tooth = (i: number) =>
    smoothstep(42, 58, l[i] as number) * (1 - smoothstep(11, 20, Math.abs(a[i] as number)));
  const each = (visit: (i: number) => void) => {
    for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, Math.ceil(bottom)); y++)
      for (let x = Math.max(0, Math.floor(left)); x <= Math.min(width - 1, Math.ceil(right)); x++)
        visit(y * width + x);
  };
  each((i) => {
    inside += mouth[i] as number;
    teeth += (mouth[i] as number) * tooth(i);
  });
  if (teeth < SEEN * inside) return;
  each((i) => {
    const k = (mouth[i] as number) * tooth(i) * strength;
    l[i] = Math.min(94, (l[i] as number) + k * TEETH_LIFT);
    b[i] = (b[i] as number) - k * TEETH_YELLOW * Math.max(0, (b[i] as number) - 2);
  });
}

/** Px between the inner edges of the lips, in the middle. */
function mouthOpening(landmarks: Landmarks): number {
  return distance(landmarks, 13, 14);
}

function mouthMask(landmarks: Landmarks, width: number, height: number): Plane {
  const mask = new Float32Array(width * height);
  fillPolygon(mask, width, height, points(landmarks, INNER_LIPS));
  const eye = distance(landmarks, EYE_LEFT_CORNERS[0] as number, EYE_LEFT_CORNERS[1] as number);
  return gaussianBlur(mask, width, height, Math.max(1, eye * 0.04));
}
