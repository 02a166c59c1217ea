import { type Lab, labToRgb, rgbToLab } from '@/vision/image/colour';
import { emptyPlanes, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import { releaseMemory } from '@/vision/studio/release-memory';
import { faceMasks } from '@/vision/studio/retouch/face-masks';
import { relight, setLevels } from '@/vision/studio/retouch/relight';
import { finishSkin, sharpen } from '@/vision/studio/retouch/skin-finish';
import { brighterSide, measureSkinTone, whiteBalance } from '@/vision/studio/retouch/skin-tone';
import type { Subject } from '@/vision/studio/subject';

/** Light, tone and finish of the person, in L*a*b*; the same for every style. Returns new colours of 0–1. */
export function retouch(subject: Subject): Planes {
  const lab = toLab(subject.colours);
  const masks = faceMasks(subject);
  const tone = measureSkinTone(lab, subject, masks);
  const balance = whiteBalance(tone);
  lab[0] = relight(lab[0], subject, masks, tone, brighterSide(lab[0], subject, masks));
  setLevels(lab[0], tone);
  releaseMemory(lab[0].length);
  finishSkin(lab, subject, masks, tone);
  releaseMemory(lab[0].length);
  sharpen(lab[0], subject, masks);
  return toRgb(lab, balance);
}

/** Planes of 0–1 to L*, a* and b*. */
export function toLab([red, green, blue]: Planes): Planes {
  const planes = emptyPlanes(red.length);
  const lab: Lab = [0, 0, 0];
  for (let i = 0; i < red.length; i++) {
    rgbToLab(red[i] as number, green[i] as number, blue[i] as number, lab);
    planes[0][i] = lab[0];
    planes[1][i] = lab[1];
    planes[2][i] = lab[2];
  }
  return planes;
}

/** Back to 0–1, with `shift` added to a* and b*. Out-of-gamut colours are clipped. */
export function toRgb([l, a, b]: Planes, shift: { a: number; b: number }): Planes {
  const planes = emptyPlanes(l.length);
  const rgb: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < l.length; i++) {
    labToRgb(clamp(l[i] as number, 0, 100), (a[i] as number) + shift.a, (b[i] as number) + shift.b, rgb);
    planes[0][i] = rgb[0];
    planes[1][i] = rgb[1];
    planes[2][i] = rgb[2];
  }
  return planes;
}
