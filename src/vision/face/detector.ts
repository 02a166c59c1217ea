import { anchorGrid, type Detection, mergeDetections, overlap, sigmoid } from '@/vision/face/detection';
import type { Point } from '@/vision/image/affine';
import type { Pyramid } from '@/vision/image/pyramid';
import { warpForModel } from '@/vision/image/warp';
import type { TfliteModel } from '@/vision/models/litert';
import { models } from '@/vision/models/sessions';

interface DetectorShape {
  size: number;
  anchors: Point[];
}

/** Short range: faces up close. Full range: faces across a room. Input sizes and strides are the models' own. */
const SHORT: DetectorShape = { size: 128, anchors: anchorGrid(128, [8, 16, 16, 16], 2) };
const FULL: DetectorShape = { size: 192, anchors: anchorGrid(192, [4], 1) };
const SCORE_FLOOR = 0.5;

/** Candidate faces of a photo, largest first. A score alone proves nothing: a wall seal once reached .71. */
export async function detectFaces(pyramid: Pyramid): Promise<Detection[]> {
  const { width, height } = pyramid[0];
  const side = Math.max(width, height);
  const x = (width - side) / 2;
  const y = (height - side) / 2;
  const near = await runDetector(await models.faceDetectorShort(), SHORT, pyramid, x, y, side, SCORE_FLOOR);
  const far = await runDetector(await models.faceDetectorFull(), FULL, pyramid, x, y, side, SCORE_FLOOR);
  return mergeDetections([...near, ...far])
    .filter((d) => d.width > width * 0.02)
    .sort((a, b) => b.width * b.height - a.width * a.height);
}

/** Looks again at a crop around the candidate; the best score of a detection in the same place. */
export async function redetect(pyramid: Pyramid, candidate: Detection): Promise<number> {
  const side = Math.max(candidate.width, candidate.height) * 2.2;
  const x = candidate.x + candidate.width / 2 - side / 2;
  const y = candidate.y + candidate.height / 2 - side / 2;
  const found = await runDetector(await models.faceDetectorShort(), SHORT, pyramid, x, y, side, 0.3);
  return found.filter((d) => overlap(d, candidate) > 0.3).reduce((best, d) => Math.max(best, d.score), 0);
}

async function runDetector(
  model: TfliteModel,
  { size, anchors }: DetectorShape,
  pyramid: Pyramid,
  x: number,
  y: number,
  side: number,
  floor: number,
): Promise<Detection[]> {
  const pixels = warpForModel(pyramid, [side / size, 0, x, 0, side / size, y], size, size);
  const input = pixels.map((v) => v / 127.5 - 1);
  const [first, second] = (await model.run(input, [1, size, size, 3])) as [Float32Array, Float32Array];
  const [boxes, scores] = first.length > second.length ? [first, second] : [second, first];
  const detections: Detection[] = [];
  anchors.forEach(([anchorX, anchorY], i) => {
    const score = sigmoid(scores[i] as number);
    if (score < floor) return;
    const at = (k: number) => (boxes[i * 16 + k] as number) / size;
    const place = (k: number): Point => [(at(k) + anchorX) * side + x, (at(k + 1) + anchorY) * side + y];
    const [cx, cy] = place(0);
    const width = at(2) * side;
    const height = at(3) * side;
    detections.push({
      score,
      x: cx - width / 2,
      y: cy - height / 2,
      width,
      height,
      rightEye: place(4),
      leftEye: place(6),
    });
  });
  return detections;
}
