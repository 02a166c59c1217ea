import { findSpots, healSpots, type SkinPatch } from '@/vision/edit/blemishes';
import { brightenEyes, brightenTeeth } from '@/vision/edit/eyes-and-teeth';
import type { EditSubject } from '@/vision/edit/subject-cache';
import { setTone } from '@/vision/edit/tone';
import type { EditFinish } from '@/vision/edit-types';
import { FACE_OVAL, points } from '@/vision/face/landmarks';
import { boundsOf } from '@/vision/image/polygon';
import type { Plane, Planes } from '@/vision/image/raster';
import { releaseMemory } from '@/vision/studio/release-memory';
import { toLab, toRgb } from '@/vision/studio/retouch/retouch';
import { finishSkin } from '@/vision/studio/retouch/skin-finish';
import { measureSkinTone } from '@/vision/studio/retouch/skin-tone';

/** The person's colours after the edit, 0–1; those of before when nothing is to be done. */
export function finishPerson(apart: EditSubject, finish: EditFinish): Planes {
  const { subject, masks } = apart;
  if (Object.values(finish).every((strength) => !strength)) return subject.colours;
  const lab = toLab(subject.colours);
  if (finish.blemishes) clearBlemishes(lab, apart);
  if (finish.skin > 0) smoothSkin(lab, apart, finish.skin);
  if (finish.eyes > 0) brightenEyes(lab, subject, masks, finish.eyes);
  if (finish.teeth > 0) brightenTeeth(lab, subject, finish.teeth);
  setTone(lab, subject.matte, finish);
  releaseMemory(lab[0].length);
  return toRgb(lab, { a: 0, b: 0 });
}

/**
 * The studio's own finish once at half strength of the slider and twice at its end: two thirds of the pores are still there
 * then.
 */
function smoothSkin(lab: Planes, { subject, masks }: EditSubject, strength: number): void {
  for (const share of [Math.min(1, strength * 2), Math.max(0, strength * 2 - 1)]) {
    if (share === 0) continue;
    const before = lab.map((plane) => Float32Array.from(plane)) as Planes;
    finishSkin(lab, subject, masks, measureSkinTone(lab, subject, masks));
    if (share === 1) continue;
    lab.forEach((plane, k) => {
      const from = before[k] as Plane;
      for (let i = 0; i < plane.length; i++)
        plane[i] = (from[i] as number) + ((plane[i] as number) - (from[i] as number)) * share;
    });
  }
}

/** Works on the patch around the face only. */
function clearBlemishes([l, a]: Planes, { subject, masks }: EditSubject): void {
  const { width, height, face, faceSkin, matte } = subject;
  const bounds = boundsOf(points(face.landmarks, FACE_OVAL));
  const left = Math.max(0, Math.floor(bounds.left));
  const top = Math.max(0, Math.floor(bounds.top));
  const patchWidth = Math.min(width, Math.ceil(bounds.right)) - left;
  const patchHeight = Math.min(height, Math.ceil(bounds.bottom)) - top;
  if (patchWidth < 8 || patchHeight < 8) return;
  const patch: SkinPatch = {
    l: new Float32Array(patchWidth * patchHeight),
    a: new Float32Array(patchWidth * patchHeight),
    skin: new Uint8Array(patchWidth * patchHeight),
    width: patchWidth,
    height: patchHeight,
  };
  const each = (visit: (i: number, j: number) => void) => {
    for (let y = 0, j = 0; y < patchHeight; y++)
      for (let x = 0; x < patchWidth; x++, j++) visit((top + y) * width + left + x, j);
  };
  each((i, j) => {
    patch.l[j] = l[i] as number;
    patch.a[j] = a[i] as number;
    const plain = (masks.oval[i] as number) > 0 && (masks.features[i] as number) < 0.08;
    patch.skin[j] = plain && (faceSkin[i] as number) > 0.85 && (matte[i] as number) > 0.98 ? 1 : 0;
  });
  healSpots(patch, findSpots(patch, face.width), face.width);
  each((i, j) => {
    l[i] = patch.l[j] as number;
    a[i] = patch.a[j] as number;
  });
}
