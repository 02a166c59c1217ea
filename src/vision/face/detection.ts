import type { Point } from '@/vision/image/affine';
import { clamp } from '@/vision/image/scalar';

/** A detected face: box and the two eye key points, in photo pixels. */
export interface Detection {
  score: number;
  x: number;
  y: number;
  width: number;
  height: number;
  rightEye: Point;
  leftEye: Point;
}

/** Where each of a BlazeFace model's outputs sits, as fractions of its square input. */
export function anchorGrid(size: number, strides: readonly number[], anchorsPerStride: number): Point[] {
  const anchors: Point[] = [];
  const distinct = [...new Set(strides)];
  for (const stride of distinct) {
    const perCell = strides.filter((s) => s === stride).length * anchorsPerStride;
    const cells = Math.ceil(size / stride);
    for (let y = 0; y < cells; y++) {
      for (let x = 0; x < cells; x++) {
        for (let k = 0; k < perCell; k++) anchors.push([(x + 0.5) / cells, (y + 0.5) / cells]);
      }
    }
  }
  return anchors;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-clamp(x, -60, 60)));
}

export function overlap(a: Detection, b: Detection): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Weighted non-maximum suppression: overlapping boxes become one, averaged by score. */
export function mergeDetections(detections: readonly Detection[], threshold = 0.3): Detection[] {
  let rest = [...detections].sort((a, b) => b.score - a.score);
  const merged: Detection[] = [];
  while (rest.length > 0) {
    const [best] = rest as [Detection, ...Detection[]];
    const cluster = rest.filter((d) => d === best || overlap(best, d) > threshold);
    merged.push({ ...averageOf(cluster), score: best.score });
    rest = rest.filter((d) => !cluster.includes(d));
  }
  return merged;
}

function averageOf(cluster: readonly Detection[]): Detection {
  const total = cluster.reduce((sum, d) => sum + d.score, 0);
  const weigh = (value: (d: Detection) => number) =>
    cluster.reduce((sum, d) => sum + (value(d) * d.score) / total, 0);
  return {
    score: total / cluster.length,
    x: weigh((d) => d.x),
    y: weigh((d) => d.y),
    width: weigh((d) => d.width),
    height: weigh((d) => d.height),
    rightEye: [weigh((d) => d.rightEye[0]), weigh((d) => d.rightEye[1])],
    leftEye: [weigh((d) => d.leftEye[0]), weigh((d) => d.leftEye[1])],
  };
}
