import { gaussianBlur } from '@/vision/image/blur';
import { guidedFilter } from '@/vision/image/guided-filter';
import { scalePlane } from '@/vision/image/plane-math';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { FaceMasks } from '@/vision/studio/retouch/face-masks';
import type { SkinTone } from '@/vision/studio/retouch/skin-tone';
import type { Subject } from '@/vision/studio/subject';

/** Share of blotches and of pores that is taken away. Pores stay: about four fifths of the detail survives. */
const BLOTCHES = 0.5;
const PORES = 0.175;

/**
 * A gentle skin finish by frequency separation: L* is split at two radii, only the middle band loses half of its
 * strength; colour is evened a little. Features and everything that is not skin stay as they are. In place.
 */
export function finishSkin(lab: Planes, subject: Subject, masks: FaceMasks, tone: SkinTone): void {
  const { width, height, face } = subject;
  const [l, a, b] = lab;
  const radius = Math.max(3, Math.round(face.width * 0.022));
  const unit = scalePlane(l, 1 / 100);
  const coarse = guidedFilter(unit, unit, width, height, radius, 0.0016);
  const middle = guidedFilter(unit, unit, width, height, Math.max(2, Math.round(radius * 0.45)), 0.0006);
  for (let i = 0; i < l.length; i++) {
    const k = (masks.skin[i] as number) * (1 - (masks.features[i] as number));
    if (k < 0.004) continue;
    const blotch = (middle[i] as number) - (coarse[i] as number);
    const pore = (unit[i] as number) - (middle[i] as number);
    l[i] = ((coarse[i] as number) + blotch * (1 - k * BLOTCHES) + pore * (1 - k * PORES)) * 100;
  }
  for (const [plane, target, pull] of [
    [a, tone.a, 0.22],
    [b, tone.b, 0.12],
  ] as const) {
    const even = guidedFilter(unit, scalePlane(plane, 1 / 100), width, height, radius * 2, 0.0008);
    for (let i = 0; i < plane.length; i++) {
      const k = (masks.skin[i] as number) * (1 - (masks.features[i] as number));
      const v = plane[i] as number;
      const smooth = v + ((even[i] as number) * 100 - v) * 0.55 * k;
      plane[i] = smooth + (target - smooth) * pull * k;
    }
  }
}

/** Sharpens for the picture's size, less on skin and less when the photo is enlarged; eyes get a little clarity. In place. */
export function sharpen(l: Plane, subject: Subject, masks: FaceMasks): void {
  const { width, height, face, sourceScale } = subject;
  const enlarged = Math.max(1, clamp(1 / sourceScale, 0.6, 2.2) * 0.9);
  const fine = gaussianBlur(l, width, height, 0.9 * enlarged);
  const wide = gaussianBlur(l, width, height, 2.4 * enlarged);
  const around = gaussianBlur(l, width, height, face.width * 0.02);
  const amount = 0.6 * clamp(sourceScale, 0.45, 1);
  for (let i = 0; i < l.length; i++) {
    const v = l[i] as number;
    const k = (masks.skin[i] as number) * (1 - (masks.features[i] as number));
    const detail = (v - (fine[i] as number)) * amount * (1 - 0.55 * k);
    const structure = ((fine[i] as number) - (wide[i] as number)) * 0.3 * (1 - 0.6 * k);
    const clarity = (masks.eyes[i] as number) * ((v - (around[i] as number)) * 0.16 + 1.2);
    l[i] = v + limited(detail) + limited(structure) + clarity;
  }
}

/** Strong edges would ring: beyond 4.5 L* only a third counts. */
function limited(v: number): number {
  const size = Math.abs(v);
  return size < 4.5 ? v : Math.sign(v) * (4.5 + (size - 4.5) * 0.35);
}
