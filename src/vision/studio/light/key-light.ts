import { drawSmoothPlane } from '@/vision/image/coarse-plane';
import { luma } from '@/vision/image/colour';
import type { Plane } from '@/vision/image/raster';
import { smoothstep } from '@/vision/image/scalar';
import type { FinishedSubject } from '@/vision/studio/render';

/** Half the width and height of a head as composed, as shares of the picture's height (see `FRAMES`). */
const HEAD = { x: 0.2, y: 0.26 };

/** Which side of the face is brighter on the picture: −1 is the left. Backdrops put their light there. */
export function lightSideOf({ width, height, matte, colours, headX, headY }: FinishedSubject): -1 | 1 {
  const [r, g, b] = colours;
  const sums = { left: 0, leftCount: 0, right: 0, rightCount: 0 };
  const reachX = height * HEAD.x * 0.7;
  const reachY = height * HEAD.y * 0.6;
  for (let y = Math.max(0, Math.round(headY - reachY)); y < Math.min(height, headY + reachY); y += 3) {
    for (let x = Math.max(0, Math.round(headX - reachX)); x < Math.min(width, headX + reachX); x += 3) {
      const i = y * width + x;
      if ((matte[i] as number) < 0.9) continue;
      const light = luma(r[i] as number, g[i] as number, b[i] as number);
      if (x < headX) {
        sums.left += light;
        sums.leftCount++;
      } else {
        sums.right += light;
        sums.rightCount++;
      }
    }
  }
  const left = sums.left / Math.max(1, sums.leftCount);
  const right = sums.right / Math.max(1, sums.rightCount);
  return left >= right ? -1 : 1;
}

/** Of so many pixels one is computed: the light has no edges. */
const SMOOTH = 4;

/** Light of twice the strength makes a tone of 0–1 in sRGB so much larger. */
const STOP = 2 ** (1 / 2.2);

/**
 * Multiplier on the person's tones for so many stops of exposure, and so many between the cheek on the light's side and the other. The
 * head is taken for an ellipsoid and shaded by Lambert's law, the light a little above; below and beside it the light falls off evenly
 * across the shoulders. The middle of the face stays about as bright as it is.
 */
export function keyLight(
  { width, height, headX, headY }: FinishedSubject,
  { key, exposure }: { key: number; exposure: number },
  side: -1 | 1,
): Plane {
  if (key === 0) return new Float32Array(width * height).fill(STOP ** exposure);
  return drawSmoothPlane(width, height, SMOOTH, (x, y) => {
    const ny = (y - headY) / (height * HEAD.y);
    const nx = ((x - headX) / (height * HEAD.x)) * side;
    const radius = Math.hypot(nx, ny);
    const depth = Math.sqrt(1 - Math.min(1, radius * 0.82) ** 2);
    // From the lit side, above and in front.
    const facing = (0.62 * nx - 0.3 * ny) / Math.max(1, radius) + 0.72 * depth;
    return STOP ** (exposure + key * 1.4 * (smoothstep(-0.5, 1, facing) - 0.84));
  });
}
