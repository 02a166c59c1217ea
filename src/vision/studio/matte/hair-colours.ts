import { boxBlur } from '@/vision/image/blur';
import { enlargePlane } from '@/vision/image/coarse-plane';
import { luma } from '@/vision/image/colour';
import type { Plane, Planes } from '@/vision/image/raster';
import type { FrameSize } from '@/vision/studio/composition';

/** Window in which hair and background colours are learnt, as a fraction of the width. */
const REACH = 0.06;
/** Px of the blocks in which colours are summed up, a multiple of 2. */
const BLOCK = 8;

/** Luma, and red and blue minus luma, at half size. */
export interface LocalColour {
  luma: Plane;
  red: Plane;
  blue: Plane;
  width: number;
}

/** How hair looks around each pixel, and the way from there to how the background looks; nothing where one of them is out of sight. */
export interface HairColours {
  hair: LocalColour;
  direction: LocalColour;
}

/** Learns both colours where there is no doubt: in the inside of hair (`deep` in the figure), and where nothing of the person is. */
export function learnHairColours(
  frame: Planes,
  matte: Plane,
  deep: Plane,
  hair: Plane,
  size: FrameSize,
): HairColours {
  const inside = newSums(size);
  const outside = newSums(size);
  const [red, green, blue] = frame;
  for (let y = 0, i = 0; y < size.height; y++) {
    const row = Math.floor(y / BLOCK) * inside.width;
    for (let x = 0; x < size.width; x++, i++) {
      const a = matte[i] as number;
      const surely = a > 0.98 && (deep[i] as number) > 0.97;
      if (!surely && a >= 0.03) continue;
      const weight = surely ? (hair[i] as number) ** 2 : 1;
      const r = red[i] as number;
      const b = blue[i] as number;
      const bright = luma(r, green[i] as number, b);
      addTo(surely ? inside : outside, row + Math.floor(x / BLOCK), weight, bright, r - bright, b - bright);
    }
  }
  const front = spread(inside, size);
  const back = spread(outside, size);
  const direction = difference(back, front);
  return { hair: front, direction };
}

/** Sums over blocks of the picture: of weights, and of colours times their weight. */
interface Sums {
  weight: Plane;
  luma: Plane;
  red: Plane;
  blue: Plane;
  width: number;
  height: number;
}

function newSums({ width, height }: FrameSize): Sums {
  const across = Math.ceil(width / BLOCK);
  const down = Math.ceil(height / BLOCK);
  const plane = () => new Float32Array(across * down);
  return { weight: plane(), luma: plane(), red: plane(), blue: plane(), width: across, height: down };
}

function addTo(sums: Sums, j: number, weight: number, bright: number, red: number, blue: number): void {
  sums.weight[j] = (sums.weight[j] as number) + weight;
  sums.luma[j] = (sums.luma[j] as number) + weight * bright;
  sums.red[j] = (sums.red[j] as number) + weight * red;
  sums.blue[j] = (sums.blue[j] as number) + weight * blue;
}

/** Weighted means of the surroundings, and how much (0–1) of them was counted, at half size. */
function spread(sums: Sums, size: FrameSize): LocalColour & { weight: Plane } {
  const { width, height } = sums;
  const radius = Math.max(1, Math.round((size.width * REACH) / BLOCK));
  const around = (plane: Plane) => boxBlur(plane, width, height, radius, 2);
  const weight = around(sums.weight);
  const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
  const enlarge = (plane: Plane) =>
    enlargePlane({ plane, width, height }, BLOCK / 2, half.width, half.height);
  const mean = (plane: Plane) => {
    const sum = around(plane);
    for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) / ((weight[j] as number) + 1e-4);
    return enlarge(sum);
  };
  return {
    weight: enlarge(weight),
    luma: mean(sums.luma),
    red: mean(sums.red),
    blue: mean(sums.blue),
    width: half.width,
  };
}

type Weighed = LocalColour & { weight: Plane };

function difference(to: Weighed, from: Weighed): LocalColour {
  // One pixel in a thousand of the window.
  const least = BLOCK ** 2 / 1000;
  const minus = (a: Plane, b: Plane) => {
    const out = new Float32Array(a.length);
    for (let j = 0; j < out.length; j++) {
      const seen = Math.min(to.weight[j] as number, from.weight[j] as number) >= least;
      if (seen) out[j] = (a[j] as number) - (b[j] as number);
    }
    return out;
  };
  return {
    luma: minus(to.luma, from.luma),
    red: minus(to.red, from.red),
    blue: minus(to.blue, from.blue),
    width: to.width,
  };
}
