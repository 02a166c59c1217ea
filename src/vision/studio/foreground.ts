import { areasOf, workInAreas } from '@/vision/image/areas';
import { boxBlur } from '@/vision/image/blur';
import { enlargeBox, shrinkPlane } from '@/vision/image/coarse-plane';
import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/** Window radii of the two passes, as fractions of the width. */
const WIDE = 0.035;
const NARROW = 0.003;
/** The wide pass only guesses: half the size is enough for it. */
const FACTOR = 2;

/** The colours of the person and of what is behind, in one channel. */
interface Guess {
  front: Plane;
  back: Plane;
}

/** A matte and what its windows hold of it. */
interface Weights {
  matte: Plane;
  around: Plane;
  blur: (plane: Plane) => Plane;
}

/** Px around the person's edge in which colours are still looked at by what comes later, as a fraction of the width. */
const BEYOND = 0.01;

/**
 * The person's own colours where the photo shows a mix of person and background: blur-fusion (Forte and Pitié, 2021).
 * A wide pass guesses both colours, a narrow one sharpens the guess near the edge; elsewhere the photo shows them as they are.
 */
export function estimateForeground(frame: Planes, matte: Plane, width: number, height: number): Planes {
  const size = { width, height };
  const half = shrinkPlane(matte, width, height, FACTOR);
  const wide = weightsOf(half.plane, half.width, half.height, Math.round((width * WIDE) / FACTOR));
  const guesses = frame.map((image) => {
    const small = shrinkPlane(image, width, height, FACTOR).plane;
    return sharpen(small, { front: small, back: small }, wide);
  });
  const mixed = areasOf(matte, size, { above: 0, below: 1, reach: width * BEYOND });
  const radius = Math.max(2, Math.round(width * NARROW));
  const out = frame.map((image) => Float32Array.from(image)) as Planes;
  // A pixel more than the windows reach: the guesses end at the edge of what they are enlarged for.
  workInAreas(mixed, size, 2 * radius + 1, [matte, ...frame], out, ([alpha, ...images], crop, box) => {
    const narrow = weightsOf(alpha, crop.width, crop.height, radius);
    const enlarge = (plane: Plane) => enlargeBox({ ...half, plane }, FACTOR, box);
    return CHANNELS.map((k) => {
      const { front, back } = guesses[k] as Guess;
      return sharpen(images[k], { front: enlarge(front), back: enlarge(back) }, narrow).front;
    });
  });
  return out;
}

function weightsOf(matte: Plane, width: number, height: number, radius: number): Weights {
  const blur = (plane: Plane) => boxBlur(plane, width, height, radius, 2);
  return { matte, around: blur(matte), blur };
}

function sharpen(image: Plane, { front, back }: Guess, { matte, around, blur }: Weights): Guess {
  const person = new Float32Array(image.length);
  const behind = new Float32Array(image.length);
  for (let i = 0; i < image.length; i++) {
    const a = matte[i] as number;
    person[i] = (front[i] as number) * a;
    behind[i] = (back[i] as number) * (1 - a);
  }
  const fronts = blur(person);
  const backs = blur(behind);
  for (let i = 0; i < image.length; i++) {
    const a = matte[i] as number;
    const w = around[i] as number;
    const f = (fronts[i] as number) / (w + 1e-4);
    const b = (backs[i] as number) / (1 - w + 1e-4);
    fronts[i] = clamp(f + a * ((image[i] as number) - a * f - (1 - a) * b));
    backs[i] = clamp(b);
  }
  return { front: fronts, back: backs };
}
