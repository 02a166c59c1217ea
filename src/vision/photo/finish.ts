import { CHIN, EYE_LEFT_CORNERS, EYE_RIGHT_CORNERS, points } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { fitSimilarity } from '@/vision/image/affine';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster } from '@/vision/image/raster';
import { openPhoto } from '@/vision/photo/decode';
import { differenceHash } from '@/vision/photo/difference-hash';
import { comparableFaces } from '@/vision/photo/measure';
import { provenanceXmp } from '@/vision/photo/provenance';
import { analysePhoto } from '@/vision/studio/analysis-cache';
import { frameSize, measureComposition } from '@/vision/studio/composition';
import type { FinishedPicture, FinishInput } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';

/**
 * Makes a picture of ours from what an AI engine answered: the answer is outside content and passes the same door as an upload, is
 * cropped to its shape, made smaller but never larger, encoded anew with its mark, and looked at. Throws what `openPhoto` throws
 * and `too_small` when it has fewer pixels than were promised.
 */
export async function finishPicture(input: FinishInput): Promise<FinishedPicture> {
  const { image, aspect, shortSide } = input;
  const opened = await openPhoto(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  const size = frameSize(aspect, shortSide);
  // A shape a little off its numbers (sizes in steps of 16 px) is cropped; half a percent less is nobody's loss.
  if (opened.width < size.width * 0.995 || opened.height < size.height * 0.995) {
    throw new VisionError(
      'too_small',
      `${opened.width} × ${opened.height} px instead of ${size.width} × ${size.height}.`,
    );
  }
  const xmp = provenanceXmp({
    sourceType: 'trainedAlgorithmicMedia',
    creatorTool: input.creatorTool,
    generationId: input.generationId,
  });
  const jpeg = await opened.pixels
    .resize({ ...size, fit: 'cover', position: 'top' })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .withXmp(xmp)
    .toBuffer();
  const raster = await decodeRaster(jpeg);
  const dHash = await differenceHash(raster);
  const faces = await findVerifiedFaces(buildPyramid(raster));
  const { count } = comparableFaces(faces);
  const [face] = faces;
  const found = { jpeg, ...size, dHash, faces: count };
  if (!face) return { ...found, embedding: null, composition: null, frame: null };
  return {
    ...found,
    embedding: face.embedding.vector,
    composition: measureComposition(face.mesh, raster.height),
    frame: input.beside ? await layUnder(face.mesh, input.beside) : null,
  };
}

/** What holds still in a face when it smiles: the corners of the eyes and the chin. */
const ANCHORS = [...EYE_RIGHT_CORNERS, ...EYE_LEFT_CORNERS, CHIN];

/** The map from picture to selfie pixels that lays one face on the other; null when the selfie shows none. */
async function layUnder({ landmarks }: FaceMesh, selfie: Uint8Array): Promise<FinishedPicture['frame']> {
  try {
    // Remembered: the pictures of one generation lie over the same selfie.
    const { mesh } = await analysePhoto(selfie);
    return fitSimilarity(points(landmarks, ANCHORS), points(mesh.landmarks, ANCHORS));
  } catch (error) {
    if (error instanceof VisionError && error.code === 'no_face') return null;
    throw error;
  }
}
