import { boxBlur } from '@/vision/image/blur';
import { enlargePlane, shrinkPlane } from '@/vision/image/coarse-plane';
import { luma, type Rgb } from '@/vision/image/colour';
import { timesPlane } from '@/vision/image/plane-math';
import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';

/** Only slow changes are looked at, and a sixteenth of the pixels shows them. */
const FACTOR = 4;
/** Windows, as fractions of the width: how far from the outline a rim reaches, and where its own colour, the person's and the background's are learnt. */
const REACH = 0.008;
const RIM = 0.004;
const INSIDE = [0.02, 0.06] as const;
const OUTSIDE = 0.05;
/** Shares of a window that must be seen before it counts a little, and fully. */
const NEAR_SEEN = [0.015, 0.06] as const;
const FAR_SEEN = [0.004, 0.03] as const;
/** Person and background must differ at least this much (0–1 RGB). */
const MIN_CONTRAST = 0.1;
/** A rim this far (0–1) on the way to the background starts to count, and counts fully. */
const LEANING = [0.03, 0.12] as const;
/** A colour this far beside that way, in parts of how far it is along it, is another thing: a brim, a collar, skin. */
const BESIDE = [0.4, 0.8] as const;
/** Brightness this many deviations off is not the person's own: beside a beard, a neck is not too bright. */
const UNUSUAL = [0.7, 1.5] as const;
const MOST = { darker: 0.4, lighter: 2.2 };

interface Size {
  width: number;
  height: number;
}

/** What a window around each pixel sees: how much of it counts, and the colours and the square of their brightness times that. */
interface Window {
  weight: Plane;
  sums: Planes;
  squares: Plane;
}

/** What the person looks like there: the mean, and the usual deviation of the brightness. */
interface Look {
  colour: Rgb;
  spread: number;
}

/**
 * Around a person from a dark room the last millimetres are dark, around one before a bright sky they are bright: light of the place,
 * and a matte that is a few pixels too wide. Before another backdrop that is an outline. Where the rim leans towards the old
 * background, its brightness is brought to that of the person just inside; strands stay, for only the mean of the surroundings counts.
 * Hue stays too, so a wrong guess tints nothing. Changes `colours` (0–1) in place; `photo` is what the person was cut out of.
 */
export function evenRim(colours: Planes, photo: Planes, matte: Plane, width: number, height: number): void {
  const small = (plane: Plane) => shrinkPlane(plane, width, height, FACTOR);
  const { plane: figure, ...size } = small(matte);
  const radius = (share: number) => Math.max(1, Math.round((width * share) / FACTOR));
  const depth = boxBlur(figure, size.width, size.height, radius(REACH), 2);
  const inner = new Float32Array(figure.length);
  const outer = new Float32Array(figure.length);
  for (let j = 0; j < figure.length; j++) {
    inner[j] = (figure[j] as number) > 0.985 && (depth[j] as number) > 0.97 ? 1 : 0;
    outer[j] = (figure[j] as number) < 0.02 ? 1 : 0;
  }
  const person = colours.map((plane) => small(plane).plane) as Planes;
  const behind = photo.map((plane) => small(plane).plane) as Planes;
  const near = windowOf(person, inner, size, radius(INSIDE[0]));
  const far = windowOf(person, inner, size, radius(INSIDE[1]));
  const outside = windowOf(behind, outer, size, radius(OUTSIDE));
  const rim = windowOf(person, figure, size, radius(RIM));
  const gain = new Float32Array(figure.length).fill(1);
  for (let j = 0; j < gain.length; j++) {
    const close = 1 - smoothstep(0.9, 0.995, depth[j] as number);
    if (close === 0 || (rim.weight[j] as number) < 0.02 || (outside.weight[j] as number) < 0.02) continue;
    const known = smoothstep(...FAR_SEEN, far.weight[j] as number);
    if (known === 0) continue;
    const own = insideLook(near, far, j);
    gain[j] = gainOf(lookOf(rim, j).colour, own, lookOf(outside, j).colour, close * known);
  }
  const gains = enlargePlane({ plane: gain, ...size }, FACTOR, width, height);
  for (const plane of colours) {
    for (let i = 0; i < plane.length; i++) {
      const factor = gains[i] as number;
      if (factor !== 1) plane[i] = clamp((plane[i] as number) * factor);
    }
  }
}

function windowOf(colours: Planes, mask: Plane, { width, height }: Size, radius: number): Window {
  const blur = (plane: Plane) => boxBlur(plane, width, height, radius, 2);
  const [red, green, blue] = colours;
  const squares = new Float32Array(mask.length);
  for (let j = 0; j < squares.length; j++)
    squares[j] = (mask[j] as number) * luma(red[j] as number, green[j] as number, blue[j] as number) ** 2;
  return {
    weight: blur(mask),
    sums: colours.map((plane) => blur(timesPlane(plane, mask))) as Planes,
    squares: blur(squares),
  };
}

function lookOf({ weight, sums: [red, green, blue], squares }: Window, j: number): Look {
  const share = 1 / (weight[j] as number);
  const colour: Rgb = [(red[j] as number) * share, (green[j] as number) * share, (blue[j] as number) * share];
  return { colour, spread: Math.sqrt(Math.max(0, (squares[j] as number) * share - luma(...colour) ** 2)) };
}

/** The person near by, as far as enough of the inside is near. */
function insideLook(near: Window, far: Window, j: number): Look {
  const wide = lookOf(far, j);
  const trust = smoothstep(...NEAR_SEEN, near.weight[j] as number);
  if (trust === 0) return wide;
  const narrow = lookOf(near, j);
  const mix = (a: number, b: number) => a + trust * (b - a);
  const [r, g, b] = wide.colour;
  const colour: Rgb = [mix(r, narrow.colour[0]), mix(g, narrow.colour[1]), mix(b, narrow.colour[2])];
  return { colour, spread: mix(wide.spread, narrow.spread) };
}

/** What the rim's brightness has to be multiplied with; 1 where it does not lean towards the background. */
function gainOf(rim: Rgb, { colour: own, spread }: Look, background: Rgb, weight: number): number {
  let contrast = 0;
  let along = 0;
  let away = 0;
  for (const k of CHANNELS) {
    const way = background[k] - own[k];
    const off = rim[k] - own[k];
    contrast += way * way;
    along += way * off;
    away += off * off;
  }
  if (contrast < MIN_CONTRAST ** 2 || along <= 0) return 1;
  const t = along / contrast;
  const beside = Math.sqrt(Math.max(0, away - t * along) / contrast) / t;
  const tone = luma(...rim) + 0.01;
  const unusual = smoothstep(...UNUSUAL, Math.abs(tone - luma(...own)) / (spread + 0.01));
  const amount = Math.min(1, t) * smoothstep(...LEANING, t) * (1 - smoothstep(...BESIDE, beside)) * unusual;
  const change = weight * amount * (luma(...own) - luma(...background));
  return clamp((tone + change) / tone, MOST.darker, MOST.lighter);
}
