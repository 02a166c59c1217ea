import { areasOf, boxAround, workInAreas } from '@/vision/image/areas';
import { gaussianBlur } from '@/vision/image/blur';
import { guidedFilter, guidedFilters, guidedReach } from '@/vision/image/guided-filter';
import { scalePlane } from '@/vision/image/plane-math';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { FrameSize } from '@/vision/studio/composition';
import type { FaceMasks } from '@/vision/studio/retouch/face-masks';
import type { SkinTone } from '@/vision/studio/retouch/skin-tone';
import type { Subject } from '@/vision/studio/subject';

/** Share of blotches and of pores that is taken away. Pores stay: about four fifths of the detail survives. */
const BLOTCHES = 0.5;
const PORES = 0.175;
/** With less skin than this in a pixel the finish would change it by less than anybody can see. */
const SOME_SKIN = 0.02;

/**
 * A gentle skin finish by frequency separation: L* is split at two radii, only the middle band loses half of its
 * strength; colour is evened a little. Features and everything that is not skin stay as they are. In place.
 */
export function finishSkin(lab: Planes, subject: Subject, masks: FaceMasks, tone: SkinTone): void {
  const plain = plainSkin(masks);
  const skin = boxAround(areasOf(plain, subject, { above: SOME_SKIN }));
  const radius = Math.max(3, Math.round(subject.face.width * 0.022));
  const margin = guidedReach(radius * 2);
  const inputs = [...lab, plain] as const;
  workInAreas(skin, subject, margin, inputs, lab, ([l, a, b, amount], size) => {
    const unit = scalePlane(l, 1 / 100);
    const [evenA, evenB] = guidedFilters(unit, [a, b], size, { radius: radius * 2, epsilon: 0.0008 });
    return [
      smoothed(unit, amount, size, radius),
      evened(a, evenA as Plane, tone.a, 0.22, amount),
      evened(b, evenB as Plane, tone.b, 0.12, amount),
    ];
  });
}

/** How much of each pixel is skin and no feature of the face. */
function plainSkin({ skin, features }: FaceMasks): Plane {
  const out = new Float32Array(skin.length);
  for (let i = 0; i < out.length; i++) out[i] = (skin[i] as number) * (1 - (features[i] as number));
  return out;
}

function smoothed(unit: Plane, amount: Plane, { width, height }: FrameSize, radius: number): Plane {
  const coarse = guidedFilter(unit, unit, width, height, radius, 0.0016);
  const middle = guidedFilter(unit, unit, width, height, Math.max(2, Math.round(radius * 0.45)), 0.0006);
  const out = scalePlane(unit, 100);
  for (let i = 0; i < out.length; i++) {
    const k = amount[i] as number;
    if (k < SOME_SKIN) continue;
    const blotch = (middle[i] as number) - (coarse[i] as number);
    const pore = (unit[i] as number) - (middle[i] as number);
    out[i] = ((coarse[i] as number) + blotch * (1 - k * BLOTCHES) + pore * (1 - k * PORES)) * 100;
  }
  return out;
}

/** Colour on the way to its surroundings, `even`, and to the skin's usual one. Writes into `even`. */
function evened(plane: Plane, even: Plane, target: number, pull: number, amount: Plane): Plane {
  for (let i = 0; i < plane.length; i++) {
    const k = amount[i] as number;
    const v = plane[i] as number;
    const smooth = v + ((even[i] as number) - v) * 0.55 * k;
    even[i] = smooth + (target - smooth) * pull * k;
  }
  return even;
}

/** Sharpens for the picture's size, less on skin and less when the photo is enlarged; eyes get a little clarity. In place. */
export function sharpen(l: Plane, subject: Subject, masks: FaceMasks): void {
  const { width, height, matte, sourceScale } = subject;
  const enlarged = Math.max(1, clamp(1 / sourceScale, 0.6, 2.2) * 0.9);
  const fine = gaussianBlur(l, width, height, 0.9 * enlarged);
  const wide = gaussianBlur(l, width, height, 2.4 * enlarged);
  const clarity = eyeClarity(l, subject, masks);
  const amount = 0.6 * clamp(sourceScale, 0.45, 1);
  for (let i = 0; i < l.length; i++) {
    if (matte[i] === 0) continue;
    const v = l[i] as number;
    const k = (masks.skin[i] as number) * (1 - (masks.features[i] as number));
    const detail = (v - (fine[i] as number)) * amount * (1 - 0.55 * k);
    const structure = ((fine[i] as number) - (wide[i] as number)) * 0.3 * (1 - 0.6 * k);
    l[i] = v + limited(detail) + limited(structure) + (clarity[i] as number);
  }
}

function eyeClarity(l: Plane, subject: Subject, { eyes }: FaceMasks): Plane {
  const out = new Float32Array(l.length);
  const sigma = subject.face.width * 0.02;
  const areas = areasOf(eyes, subject, { above: 0.001 });
  workInAreas(areas, subject, sigma * 4, [l, eyes], [out], ([light, eye], { width, height }) => {
    const around = gaussianBlur(light, width, height, sigma);
    for (let i = 0; i < around.length; i++)
      around[i] = (eye[i] as number) * (((light[i] as number) - (around[i] as number)) * 0.16 + 1.2);
    return [around];
  });
  return out;
}

/** Strong edges would ring: beyond 4.5 L* only a third counts. */
function limited(v: number): number {
  const size = Math.abs(v);
  return size < 4.5 ? v : Math.sign(v) * (4.5 + (size - 4.5) * 0.35);
}
