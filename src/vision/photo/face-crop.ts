import {
  CHEEK_LEFT,
  CHEEK_RIGHT,
  CHIN,
  FACE_OVAL,
  FOREHEAD_TOP,
  faceWidth,
  point,
  points,
} from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { type Affine, applyAffine, framing, invertAffine, type Point } from '@/vision/image/affine';
import { luma } from '@/vision/image/colour';
import { insidePolygon } from '@/vision/image/polygon';
import type { Pyramid } from '@/vision/image/pyramid';
import type { Plane } from '@/vision/image/raster';
import { toRadians } from '@/vision/image/scalar';
import { warpForModel } from '@/vision/image/warp';

export const CROP_SIDE = 256;
/** Every face is measured at this width, so that the numbers do not depend on the photo's resolution. */
const CROP_FACE_WIDTH = 200;

/** The face, upright and always equally large. Luma and colours are 0–255. */
export interface FaceCrop {
  toPhoto: Affine;
  colours: Float32Array;
  luma: Plane;
  /** 1 inside the face oval. */
  oval: Uint8Array;
  /** Mesh points in crop pixels. */
  at(indices: readonly number[]): Point[];
}

export function cropFace(pyramid: Pyramid, mesh: FaceMesh): FaceCrop {
  const { landmarks } = mesh;
  const centre: Point = [
    (point(landmarks, CHEEK_RIGHT)[0] + point(landmarks, CHEEK_LEFT)[0]) / 2,
    (point(landmarks, FOREHEAD_TOP)[1] + point(landmarks, CHIN)[1]) / 2,
  ];
  const middle: Point = [CROP_SIDE / 2, CROP_SIDE / 2];
  const toPhoto = framing(middle, centre, toRadians(mesh.pose.roll), faceWidth(landmarks) / CROP_FACE_WIDTH);
  const toCrop = invertAffine(toPhoto);
  const at = (indices: readonly number[]) => points(landmarks, indices).map((p) => applyAffine(toCrop, p));
  const colours = warpForModel(pyramid, toPhoto, CROP_SIDE, CROP_SIDE);
  const grey = new Float32Array(CROP_SIDE * CROP_SIDE).map((_, i) =>
    luma(colours[i * 3] as number, colours[i * 3 + 1] as number, colours[i * 3 + 2] as number),
  );
  const outline = at(FACE_OVAL);
  const oval = new Uint8Array(grey.length).map((_, i) =>
    insidePolygon(i % CROP_SIDE, Math.floor(i / CROP_SIDE), outline) ? 1 : 0,
  );
  return { toPhoto, colours, luma: grey, oval, at };
}
