import { gaussianBlur } from '@/vision/image/blur';
import { timesPlane } from '@/vision/image/plane-math';
import type { Plane } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';
import type { FaceMasks } from '@/vision/studio/retouch/face-masks';
import { exposureGain, type SkinTone } from '@/vision/studio/retouch/skin-tone';
import type { Subject } from '@/vision/studio/subject';

/** Share of the difference between lit and shaded skin that is filled in, and the height of the key light in L*. */
const FILL = 0.38;
const KEY = 5;

/**
 * Exposure, shadow fill and a soft key light from `side` (−1: the picture's left), on L*. Only large areas of skin are
 * evened: the blur is a sixth of the face, so features keep their modelling.
 */
export function relight(l: Plane, subject: Subject, masks: FaceMasks, tone: SkinTone, side: -1 | 1): Plane {
  const { width, height, face, matte, faceSkin, bodySkin } = subject;
  const weight = new Float32Array(matte.length);
  for (let i = 0; i < weight.length; i++) {
    const skin = clamp((faceSkin[i] as number) + (bodySkin[i] as number) * 0.6);
    weight[i] = skin * (1 - (masks.features[i] as number)) * (matte[i] as number);
  }
  const sigma = face.width * 0.17;
  const lightSum = gaussianBlur(timesPlane(weight, l), width, height, sigma);
  const weightSum = gaussianBlur(weight, width, height, sigma);
  const gain = Math.cbrt(exposureGain(tone));
  const out = Float32Array.from(l);
  // A bell over the picture is one across times one down.
  const across = Float32Array.from({ length: width }, (_, x) =>
    Math.exp(-(((x - face.centreX) / (face.width * 1.25) - side * 0.28) ** 2) * 0.9),
  );
  for (let y = 0, i = 0; y < height; y++) {
    const down = Math.exp(-(((y - face.centreY) / (face.height * 1.35) + 0.22) ** 2) * 0.9);
    for (let x = 0; x < width; x++, i++) {
      if (matte[i] === 0) continue;
      const reach = weightSum[i] as number;
      const local = reach > 0.02 ? (lightSum[i] as number) / reach : tone.l;
      const onSkin = (masks.skin[i] as number) * smoothstep(0.03, 0.25, reach);
      const lifted = exposed(l[i] as number, gain) + clamp((tone.l - local) * FILL * onSkin, -9, 12);
      const falloff = (across[x] as number) * down - 0.62;
      const lit = 0.35 + 0.65 * clamp(lifted / 60);
      out[i] = lifted + KEY * falloff * lit * smoothstep(0, 0.4, matte[i] as number);
    }
  }
  return out;
}

function exposed(l: number, gain: number): number {
  if (gain === 1) return l;
  // Gain of light becomes its cube root on L*; white stays white.
  return Math.min(100, (l + 16) * gain - 16);
}

/** Stretches the person's tones to a clean black and white, by 14 % at most. In place. */
export function setLevels(l: Plane, tone: SkinTone): void {
  const black = clamp(tone.darkest - 3, 0, 10) * 0.7;
  const white = Math.max(clamp(tone.lightest, 78, 100), 86);
  const stretch = Math.min(1.14, ((97 - 2) / (white - black)) * 0.5 + 0.5);
  for (let i = 0; i < l.length; i++) l[i] = clamp(2 + ((l[i] as number) - black) * stretch, 0, 100);
}
