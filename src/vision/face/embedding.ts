import { Tensor } from 'onnxruntime-node';
import { type Landmarks, points } from '@/vision/face/landmarks';
import { centroid, fitSimilarity, type Point } from '@/vision/image/affine';
import type { Pyramid } from '@/vision/image/pyramid';
import { warpForModel } from '@/vision/image/warp';
import { models } from '@/vision/models/sessions';

/** Where eyes, nose tip and mouth corners lie in the 112 px crop that SFace was trained on. */
const TEMPLATE: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];
const FEATURES = [[33, 133, 159, 145], [263, 362, 386, 374], [1, 4], [61], [291]];
const SIDE = 112;

export interface FaceEmbedding {
  /** 128 numbers, unit length. */
  vector: Float32Array;
  /** Length before normalising: below 8 it is hardly a face. */
  norm: number;
}

/** SFace features of the face and of its mirror image, averaged. */
export async function embedFace(pyramid: Pyramid, landmarks: Landmarks): Promise<FaceEmbedding> {
  const features = FEATURES.map((indices) => centroid(points(landmarks, indices)));
  const pixels = warpForModel(pyramid, fitSimilarity(TEMPLATE, features), SIDE, SIDE);
  const straight = await runSface(pixels, false);
  const mirrored = await runSface(pixels, true);
  const norm = Math.hypot(...straight);
  const mirroredNorm = Math.hypot(...mirrored);
  const sum = straight.map((v, i) => v / norm + (mirrored[i] as number) / mirroredNorm);
  const length = Math.hypot(...sum);
  return { vector: sum.map((v) => v / length), norm };
}

async function runSface(pixels: Float32Array, mirror: boolean): Promise<Float32Array> {
  const area = SIDE * SIDE;
  const input = new Float32Array(3 * area);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const from = (y * SIDE + (mirror ? SIDE - 1 - x : x)) * 3;
      for (let c = 0; c < 3; c++) input[c * area + y * SIDE + x] = pixels[from + c] as number;
    }
  }
  const session = await models.faceEmbedding();
  const { fc1 } = await session.run({ data: new Tensor('float32', input, [1, 3, SIDE, SIDE]) });
  if (!fc1) throw new Error('The face embedding model answered in an unknown shape.');
  return Float32Array.from(fc1.data);
}
