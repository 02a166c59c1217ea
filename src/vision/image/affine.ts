/** x' = m0·x + m1·y + m2, y' = m3·x + m4·y + m5. Pixel centres lie at .5. */
export type Affine = readonly [number, number, number, number, number, number];
export type Point = readonly [x: number, y: number];

export function applyAffine(m: Affine, [x, y]: Point): Point {
  return [m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]];
}

export function invertAffine(m: Affine): Affine {
  const det = m[0] * m[4] - m[1] * m[3];
  const a = m[4] / det;
  const b = -m[1] / det;
  const c = -m[3] / det;
  const d = m[0] / det;
  return [a, b, -(a * m[2] + b * m[5]), c, d, -(c * m[2] + d * m[5])];
}

/** How many source pixels one output pixel spans. */
export function scaleOf(m: Affine): number {
  return Math.hypot(m[0], m[3]);
}

/**
 * Maps an output frame to the source: `anchor` of the frame lands on `target` of the source, the frame is turned
 * by `angle` (radians) and one of its pixels spans `scale` source pixels.
 */
export function framing(anchor: Point, target: Point, angle: number, scale: number): Affine {
  const c = Math.cos(angle) * scale;
  const s = Math.sin(angle) * scale;
  return [c, -s, target[0] - c * anchor[0] + s * anchor[1], s, c, target[1] - s * anchor[0] - c * anchor[1]];
}

/** Least-squares similarity (turn, scale, shift) that takes the points `from` to the points `to`. */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Affine {
  const [fx, fy] = centroid(from);
  const [tx, ty] = centroid(to);
  let a = 0;
  let b = 0;
  let q = 0;
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    a += (x - fx) * (u - tx) + (y - fy) * (v - ty);
    b += (x - fx) * (v - ty) - (y - fy) * (u - tx);
    q += (x - fx) ** 2 + (y - fy) ** 2;
  });
  a /= q;
  b /= q;
  return [a, -b, tx - a * fx + b * fy, b, a, ty - b * fx - a * fy];
}

export function centroid(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const p of points) {
    x += p[0];
    y += p[1];
  }
  return [x / points.length, y / points.length];
}
