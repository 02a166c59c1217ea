import type { Plane, Planes } from '@/vision/image/raster';
import { clamp, quantile, toDegrees, toRadians } from '@/vision/image/scalar';
import type { FaceMasks } from '@/vision/studio/retouch/face-masks';
import type { Subject } from '@/vision/studio/subject';
import { VisionError } from '@/vision/vision-error';

/** Medians of the face's own skin in L*a*b*, and how far the person's tones reach. */
export interface SkinTone {
  l: number;
  a: number;
  b: number;
  darkest: number;
  lightest: number;
}

/** Throws `frame_unusable` when hardly any face skin is visible. */
export function measureSkinTone([l, a, b]: Planes, subject: Subject, masks: FaceMasks): SkinTone {
  const samples: { l: number[]; a: number[]; b: number[] } = { l: [], a: [], b: [] };
  for (let i = 0; i < l.length; i += 7) {
    if ((subject.faceSkin[i] as number) <= 0.85 || !masks.oval[i] || (masks.features[i] as number) >= 0.1)
      continue;
    samples.l.push(l[i] as number);
    samples.a.push(a[i] as number);
    samples.b.push(b[i] as number);
  }
  if (samples.l.length < 50) throw new VisionError('frame_unusable', 'Hardly any face skin is visible.');
  const person: number[] = [];
  for (let i = 0; i < l.length; i += 11) if ((subject.matte[i] as number) > 0.9) person.push(l[i] as number);
  return {
    l: quantile(samples.l, 0.5),
    a: quantile(samples.a, 0.5),
    b: quantile(samples.b, 0.5),
    darkest: quantile(person, 0.01),
    lightest: quantile(person, 0.995),
  };
}

/** Skin of every tone lies within these hues; what lies outside is the colour of the light. Degrees. */
const HUES = [44, 62] as const;
const CHROMA = [19, 32] as const;

/**
 * White balance from the skin: turns its hue most of the way into the natural range and limits its chroma. Lightness
 * is left alone, so no skin is pulled toward a fixed tone. Returns what to add to a* and b*, at most 9.
 */
export function whiteBalance({ a, b }: SkinTone): { a: number; b: number } {
  const hue = toDegrees(Math.atan2(b, a));
  const chroma = Math.hypot(a, b);
  const turn = toRadians((clamp(hue, ...HUES) - hue) * 0.7);
  const half = (target: number) => 1 + (target / Math.max(8, chroma) - 1) * 0.5;
  const gain = chroma > CHROMA[1] ? half(CHROMA[1]) : chroma < CHROMA[0] ? half(CHROMA[0]) : 1;
  const turnedA = a * Math.cos(turn) - b * Math.sin(turn);
  const turnedB = a * Math.sin(turn) + b * Math.cos(turn);
  return { a: clamp(turnedA * gain - a, -9, 9), b: clamp(turnedB * gain - b, -9, 9) };
}

/** Linear gain for the whole person: only what is clearly too dark or too bright, never toward a fixed skin tone. */
export function exposureGain({ l }: SkinTone): number {
  if (l < 48) return 2 ** clamp((52 - l) * 0.022, 0, 0.55);
  if (l > 71) return 2 ** -clamp((l - 71) * 0.035, 0, 0.3);
  return 1;
}

/** Median skin lightness of the face's two halves, subject's right first: which side the light comes from. */
export function brighterSide(l: Plane, subject: Subject, masks: FaceMasks): -1 | 1 {
  let right = 0;
  let rightCount = 0;
  let left = 0;
  let leftCount = 0;
  for (let i = 0; i < l.length; i += 5) {
    if ((subject.faceSkin[i] as number) <= 0.85 || !masks.oval[i]) continue;
    if (i % subject.width < subject.face.centreX) {
      right += l[i] as number;
      rightCount++;
    } else {
      left += l[i] as number;
      leftCount++;
    }
  }
  return right / Math.max(1, rightCount) >= left / Math.max(1, leftCount) ? -1 : 1;
}
