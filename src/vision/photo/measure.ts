import {
  CHEEK_LEFT,
  CHEEK_RIGHT,
  CHIN,
  distance,
  FOREHEAD_TOP,
  faceWidth,
  IRIS_LEFT,
  IRIS_RIGHT,
  point,
} from '@/vision/face/landmarks';
import { parsePerson } from '@/vision/face/parsing';
import { findVerifiedFaces, type VerifiedFace } from '@/vision/face/verified-faces';
import { buildPyramid, type Pyramid } from '@/vision/image/pyramid';
import type { Raster } from '@/vision/image/raster';
import { backgroundSignature } from '@/vision/photo/background';
import { measureEyes, measureOcclusion } from '@/vision/photo/covered-face';
import { differenceHash } from '@/vision/photo/difference-hash';
import { cropFace } from '@/vision/photo/face-crop';
import { headCutTop } from '@/vision/photo/head-room';
import type { SeenPhoto } from '@/vision/photo/seen-photos';
import { faceSharpness } from '@/vision/photo/sharpness';
import { skinLight } from '@/vision/photo/skin-light';
import { fitAllFrames, parseFrameArea } from '@/vision/studio/frame-fit';
import type { FaceMeasurements, PhotoMeasurements } from '@/vision/types';

/** Raise when a number changes its meaning; verdicts keep it. */
const MEASURING_VERSION = 3;
/** Smaller faces in the background are passers-by. */
const COMPARABLE_WIDTH = 0.35;

export interface MeasuredPhoto {
  measurements: PhotoMeasurements;
  embedding: Float32Array | null;
  /** Null without a face. */
  seen: SeenPhoto | null;
}

/** Measures a working photo: everything the upload checks and the studio's "can this be used" need. */
export async function measurePhoto(photo: Raster): Promise<MeasuredPhoto> {
  const pyramid = buildPyramid(photo);
  const dHash = await differenceHash(photo);
  const faces = await findVerifiedFaces(pyramid);
  const [largest] = faces;
  const counted = comparableFaces(faces);
  if (!largest) {
    const measurements = {
      version: MEASURING_VERSION,
      faces: counted,
      face: null,
      dHash,
      background: null,
      frame: null,
    };
    return { measurements, embedding: null, seen: null };
  }
  const { face, background } = await measureFace(photo, pyramid, largest);
  const frameArea = await parseFrameArea(pyramid, largest.mesh);
  const frame = fitAllFrames(photo, largest.mesh, frameArea);
  return {
    measurements: { version: MEASURING_VERSION, faces: counted, face, dHash, background, frame },
    embedding: largest.embedding.vector,
    seen: { mesh: largest.mesh, frameArea },
  };
}

export function comparableFaces(faces: readonly VerifiedFace[]): PhotoMeasurements['faces'] {
  const [first, second] = faces;
  if (!first) return { count: 0, secondWidthRatio: 0 };
  const ratio = (face: VerifiedFace) => face.detection.width / first.detection.width;
  return {
    count: faces.filter((face) => ratio(face) >= COMPARABLE_WIDTH).length,
    secondWidthRatio: second ? ratio(second) : 0,
  };
}

async function measureFace(
  photo: Raster,
  pyramid: Pyramid,
  { mesh }: VerifiedFace,
): Promise<{ face: FaceMeasurements; background: number[] | null }> {
  const { landmarks } = mesh;
  const faceHeight = distance(landmarks, FOREHEAD_TOP, CHIN);
  const faceX = (point(landmarks, CHEEK_RIGHT)[0] + point(landmarks, CHEEK_LEFT)[0]) / 2;
  const faceY = (point(landmarks, FOREHEAD_TOP)[1] + point(landmarks, CHIN)[1]) / 2;
  // The head with some hair and shoulders: the scale at which the parsing thresholds were measured.
  const side = Math.max(faceHeight, faceWidth(landmarks)) * 2.4;
  const parsing = await parsePerson(pyramid, faceX - side / 2, faceY - side * 0.52, side);
  const crop = cropFace(pyramid, mesh);
  const { asymmetry, ...skin } = skinLight(crop, parsing);
  const face: FaceMeasurements = {
    pupilDistance: distance(landmarks, IRIS_RIGHT, IRIS_LEFT),
    faceHeight,
    sharpness: faceSharpness(crop),
    skin,
    asymmetry,
    pose: mesh.pose,
    headCutTop: headCutTop(photo, landmarks, faceX, parsing),
    spaceBelowChin: (photo.height - point(landmarks, CHIN)[1]) / faceHeight,
    occlusion: measureOcclusion(photo, mesh, parsing),
    eyes: measureEyes(crop, skin.luma),
    blink: mesh.blink,
    smile: mesh.smile,
  };
  return { face, background: backgroundSignature(photo, parsing) };
}
