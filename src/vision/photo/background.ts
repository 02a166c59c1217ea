import { PART, PART_SIDE, type Parsing } from '@/vision/face/parsing';
import { type Lab, rgbToLab } from '@/vision/image/colour';
import type { Raster } from '@/vision/image/raster';

const MIN_CELLS = 40;
const SURELY_BACKGROUND = 0.8;

/**
 * Mean L*a*b* of what is behind the person, left of, above and right of the head (9 numbers). A zone without
 * background takes the mean of all; null when there is hardly any background at all.
 */
export function backgroundSignature(photo: Raster, parsing: Parsing): number[] | null {
  const zones = [newSum(), newSum(), newSum()] as const;
  const all = newSum();
  const lab: Lab = [0, 0, 0];
  const probability = parsing.probabilities[PART.background] as Float32Array;
  for (let v = 1; v < PART_SIDE; v += 3) {
    for (let u = 1; u < PART_SIDE; u += 3) {
      if ((probability[v * PART_SIDE + u] as number) < SURELY_BACKGROUND) continue;
      const x = Math.floor(parsing.x + ((u + 0.5) / PART_SIDE) * parsing.side);
      const y = Math.floor(parsing.y + ((v + 0.5) / PART_SIDE) * parsing.side);
      if (x < 0 || y < 0 || x >= photo.width || y >= photo.height) continue;
      const at = (y * photo.width + x) * 3;
      const [r = 0, g = 0, b = 0] = photo.data.subarray(at, at + 3);
      rgbToLab(r / 255, g / 255, b / 255, lab);
      add(all, lab);
      add(zones[u < PART_SIDE / 3 ? 0 : u > (PART_SIDE * 2) / 3 ? 2 : 1], lab);
    }
  }
  if (all.count < MIN_CELLS) return null;
  return zones.flatMap((zone) => meanColour(zone.count < MIN_CELLS ? all : zone));
}

interface ColourSum {
  lab: Lab;
  count: number;
}

function newSum(): ColourSum {
  return { lab: [0, 0, 0], count: 0 };
}

function add(sum: ColourSum, lab: Lab): void {
  sum.lab[0] += lab[0];
  sum.lab[1] += lab[1];
  sum.lab[2] += lab[2];
  sum.count++;
}

function meanColour({ lab, count }: ColourSum): number[] {
  return lab.map((v) => Math.round((v / count) * 10) / 10);
}
