import { distance, IRIS_LEFT, IRIS_RIGHT } from '@/vision/face/landmarks';
import { findVerifiedFaces } from '@/vision/face/verified-faces';
import { buildPyramid } from '@/vision/image/pyramid';
import { decodeRaster } from '@/vision/image/raster';
import { decodePhoto } from '@/vision/photo/decode';
import { cropFace } from '@/vision/photo/face-crop';
import { comparableFaces } from '@/vision/photo/measure';
import { faceSharpness } from '@/vision/photo/sharpness';
import type { PictureScore } from '@/vision/types';

/**
 * Looks for the face of any finished picture, ours or an AI engine's. It passes the same door as an upload, because
 * an engine's answer is outside content too.
 */
export async function scorePicture(image: Uint8Array): Promise<PictureScore> {
  const { jpeg } = await decodePhoto(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  const pyramid = buildPyramid(await decodeRaster(jpeg));
  const faces = await findVerifiedFaces(pyramid);
  const [largest] = faces;
  const { count } = comparableFaces(faces);
  if (!largest) return { faces: count, embedding: null, quality: null };
  const { mesh, embedding } = largest;
  return {
    faces: count,
    embedding: embedding.vector,
    quality: {
      sharpness: faceSharpness(cropFace(pyramid, mesh)),
      pupilDistance: distance(mesh.landmarks, IRIS_RIGHT, IRIS_LEFT),
      pose: mesh.pose,
    },
  };
}
