import type { Pyramid } from '@/vision/image/pyramid';
import type { Plane } from '@/vision/image/raster';
import { warpForModel } from '@/vision/image/warp';
import { models } from '@/vision/models/sessions';

export const PART_SIDE = 256;
const CLASSES = 6;

/** Classes of the person-parsing model. `other` is worn or held: hats, glasses, bags. */
export const PART = { background: 0, hair: 1, body: 2, face: 3, clothes: 4, other: 5 } as const;
export type Part = (typeof PART)[keyof typeof PART];

/** The most likely class of each of 256×256 cells over a square of the photo. */
export interface PartMap {
  /** Top left corner and side of the square, in photo pixels. */
  x: number;
  y: number;
  side: number;
  labels: Uint8Array;
}

/** The same with the probabilities of the six classes, as 256×256 planes. */
export interface Parsing extends PartMap {
  probabilities: Plane[];
}

export async function parsePerson(pyramid: Pyramid, x: number, y: number, side: number): Promise<Parsing> {
  const scale = side / PART_SIDE;
  const input = warpForModel(pyramid, [scale, 0, x, 0, scale, y], PART_SIDE, PART_SIDE).map((v) => v / 255);
  const [logits] = await (await models.personParsing()).run(input, [1, PART_SIDE, PART_SIDE, 3]);
  if (!logits) throw new Error('The person parsing model answered in an unknown shape.');
  const cells = PART_SIDE * PART_SIDE;
  const probabilities = Array.from({ length: CLASSES }, () => new Float32Array(cells));
  const labels = new Uint8Array(cells);
  for (let i = 0; i < cells; i++) {
    const cell = i * CLASSES;
    let label = 0;
    for (let k = 1; k < CLASSES; k++)
      if ((logits[cell + k] as number) > (logits[cell + label] as number)) label = k;
    labels[i] = label;
    const top = logits[cell + label] as number;
    let sum = 0;
    for (let k = 0; k < CLASSES; k++) sum += Math.exp((logits[cell + k] as number) - top);
    for (let k = 0; k < CLASSES; k++)
      (probabilities[k] as Plane)[i] = Math.exp((logits[cell + k] as number) - top) / sum;
  }
  return { x, y, side, probabilities, labels };
}

/** The class at a point of the photo; background outside the parsed square. */
export function partAt(parsing: PartMap, x: number, y: number): Part {
  const u = Math.round(((x - parsing.x) / parsing.side) * PART_SIDE - 0.5);
  const v = Math.round(((y - parsing.y) / parsing.side) * PART_SIDE - 0.5);
  if (u < 0 || v < 0 || u >= PART_SIDE || v >= PART_SIDE) return PART.background;
  return parsing.labels[v * PART_SIDE + u] as Part;
}
