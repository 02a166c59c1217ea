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
import { gaussianBlur } from '@/vision/image/blur';
import { fillPolygon } from '@/vision/image/polygon';
import type { Plane } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { Subject } from '@/vision/studio/subject';

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
  return {
    skin: gaussianBlur(skin, width, height, 2),
    features: gaussianBlur(featureAreas(subject), width, height, face.width * 0.018),
    eyes: gaussianBlur(eyes, width, height, face.width * 0.008),
    oval,
  };
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
