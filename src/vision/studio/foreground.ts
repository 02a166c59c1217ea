import { boxBlur } from '@/vision/image/blur';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';

/** Window radii of the two passes, as fractions of the width. */
const RADII = [0.035, 0.003];

/**
 * The person's own colours where the photo shows a mix of person and background: blur-fusion (Forte and Pitié, 2021).
 * A wide pass guesses both colours, a narrow one sharpens the guess.
 */
export function estimateForeground(frame: Planes, matte: Plane, width: number, height: number): Planes {
  const channel = (plane: Plane) => estimateChannel(plane, matte, width, height);
  return [channel(frame[0]), channel(frame[1]), channel(frame[2])];
}

function estimateChannel(image: Plane, matte: Plane, width: number, height: number): Plane {
  let foreground = image;
  let background = image;
  for (const fraction of RADII) {
    const radius = Math.max(2, Math.round(width * fraction));
    const blur = (plane: Plane) => boxBlur(plane, width, height, radius, 2);
    const weight = blur(matte);
    const front = blur(foreground.map((v, i) => v * (matte[i] as number)));
    const back = blur(background.map((v, i) => v * (1 - (matte[i] as number))));
    for (let i = 0; i < front.length; i++) {
      const a = matte[i] as number;
      const w = weight[i] as number;
      const f = (front[i] as number) / (w + 1e-4);
      const b = (back[i] as number) / (1 - w + 1e-4);
      front[i] = clamp(f + a * ((image[i] as number) - a * f - (1 - a) * b));
      back[i] = clamp(b);
    }
    foreground = front;
    background = back;
  }
  return foreground;
}
