import {
  BROW_LEFT,
  BROW_RIGHT,
  EYE_LEFT,
  EYE_RIGHT,
  FACE_OVAL,
  type Landmarks,
  LIPS,
  NOSTRILS,
  points,
} from '@/vision/face/landmarks';
import { centroid, type Point } from '@/vision/image/affine';
import { areasOf, type Box, workInAreas } from '@/vision/image/areas';
import { gaussianBlur } from '@/vision/image/blur';
import { boundsOf, fillPolygon } from '@/vision/image/polygon';
import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { Subject } from '@/vision/studio/subject';

/** Px by which the edge of skin is softened. */
const SOFT_SKIN = 2;

export interface FaceMasks {
  /** Skin of face and body, softened. */
  skin: Plane;
  /** Eyes, brows, lips and nostrils: what makes the likeness, never smoothed. */
  features: Plane;
  eyes: Plane;
  /** 1 inside the face oval. */
  oval: Plane;
}

export function faceMasks(subject: Subject): FaceMasks {
  const { width, height, face, matte, faceSkin, bodySkin } = subject;
  const skin = new Float32Array(matte.length);
  for (let i = 0; i < skin.length; i++)
    skin[i] = clamp((faceSkin[i] as number) + (bodySkin[i] as number)) * (matte[i] as number);
  const oval = new Float32Array(matte.length);
  fillPolygon(oval, width, height, points(face.landmarks, FACE_OVAL));
  const eyes = new Float32Array(matte.length);
  for (const eye of [EYE_LEFT, EYE_RIGHT]) fillPolygon(eyes, width, height, points(face.landmarks, eye));
  const area = [faceArea(subject)];
  const seen = areasOf(skin, subject, { above: 0.002, reach: SOFT_SKIN * 3 });
  return {
    skin: blurredIn(seen, skin, subject, SOFT_SKIN),
    features: blurredIn(area, featureAreas(subject), subject, face.width * 0.018),
    eyes: blurredIn(area, eyes, subject, face.width * 0.008),
    oval,
  };
}

/** The face with all that a mask may reach around its features. */
function faceArea({ width, height, face }: Subject): Box {
  const { left, top, right, bottom } = boundsOf(points(face.landmarks, FACE_OVAL));
  const room = face.width * 0.25;
  return {
    left: Math.max(0, Math.floor(left - room)),
    top: Math.max(0, Math.floor(top - room)),
    right: Math.min(width, Math.ceil(right + room)),
    bottom: Math.min(height, Math.ceil(bottom + room)),
  };
}

/** Nothing outside the areas. */
function blurredIn(areas: Box[], mask: Plane, size: { width: number; height: number }, sigma: number): Plane {
  const out = new Float32Array(mask.length);
  workInAreas(areas, size, sigma * 4, [mask], [out], ([crop], { width, height }) => [
    gaussianBlur(crop, width, height, sigma),
  ]);
  return out;
}

function featureAreas({ width, height, face }: Subject): Plane {
  const mask = new Float32Array(width * height);
  const add = (indices: readonly number[], growX: number, growY: number) =>
    fillPolygon(mask, width, height, grown(face.landmarks, indices, growX, growY));
  fillPolygon(mask, width, height, points(face.landmarks, NOSTRILS), 0.7);
  for (const eye of [EYE_LEFT, EYE_RIGHT]) add(eye, 1.5, 2.1);
  for (const brow of [BROW_LEFT, BROW_RIGHT]) add(brow, 1.25, 1.25);
  add(LIPS, 1.12, 1.12);
  return mask;
}

function grown(landmarks: Landmarks, indices: readonly number[], growX: number, growY: number): Point[] {
  const outline = points(landmarks, indices);
  const [cx, cy] = centroid(outline);
  return outline.map(([x, y]) => [cx + (x - cx) * growX, cy + (y - cy) * growY]);
}
