import { areasOf, type Box, workInAreas } from '@/vision/image/areas';
import { boxBlur, gaussianBlur } from '@/vision/image/blur';
import { luma } from '@/vision/image/colour';
import { guidedFilter, guidedReach } from '@/vision/image/guided-filter';
import type { Plane, Planes, Raster } from '@/vision/image/raster';
import { clamp, smoothstep } from '@/vision/image/scalar';
import { headBox } from '@/vision/studio/matte/head-box';
import { portraitMatte } from '@/vision/studio/matte/portrait-matte';
import type { FaceGeometry } from '@/vision/studio/subject';

const FIGURE_SIDE = 512;
const HEAD_SIDE = 640;
/** How far inside the parsing network must be sure, as a share of the width. */
const INSIDE = 0.006;

/** The person's figure: how much of each pixel is person, as the matting network sees it over the whole frame. */
export function figureMatte(frame: Raster): Promise<Plane> {
  const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  return portraitMatte(frame, whole, FIGURE_SIDE);
}

/**
 * The person's matte: the figure, with hair from a second, closer pass over the head that is trusted only in the figure's transition
 * band, then snapped to the picture's own edges. A lock that the figure lacks comes back where the closer pass sees it and the parsing
 * network sees no `background`.
 */
export async function personMatte(
  figure: Plane,
  background: Plane,
  frame: Raster,
  colours: Planes,
  face: FaceGeometry,
): Promise<Plane> {
  const { width, height } = frame;
  const { box, margin } = headBox(figure, width, height, face);
  // A crop that is smaller than the network's input holds no more detail when it is enlarged.
  const shortSide = Math.min(box.right - box.left, box.bottom - box.top);
  const head = await portraitMatte(frame, box, clamp(shortSide, HEAD_SIDE / 2, HEAD_SIDE));
  const matte = blendHead(figure, head, width, height, box, margin);
  snapToEdges(matte, colours, width, height);
  // Faint islands far from the figure are noise of the model.
  const near = gaussianBlur(figure, width, height, width / 60);
  for (let i = 0; i < matte.length; i++) if ((near[i] as number) < 0.02) matte[i] = 0;
  fillGaps(matte, head, background, width, height, box);
  return matte;
}

function blendHead(
  figure: Plane,
  head: Plane,
  width: number,
  height: number,
  box: Box,
  margin: number,
): Plane {
  const soft = gaussianBlur(figure, width, height, width / 110);
  const matte = Float32Array.from(figure);
  const boxWidth = box.right - box.left;
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      const band = 1 - Math.abs((soft[i] as number) * 2 - 1);
      if (band <= 0.02) continue;
      const feather = clamp(
        Math.min(
          box.bottom < height ? (box.bottom - 1 - y) / margin : 1,
          box.left > 0 ? (x - box.left) / margin : 1,
          box.right < width ? (box.right - 1 - x) / margin : 1,
        ),
      );
      const trust = smoothstep(0.02, 0.22, band) * feather;
      const a = figure[i] as number;
      const b = head[(y - box.top) * boxWidth + x - box.left] as number;
      matte[i] = a + trust * 0.8 * (b - a);
    }
  }
  return matte;
}

/** Only well inside of what the parsing network knows for person, because it is vague about edges. In place. */
function fillGaps(
  matte: Plane,
  head: Plane,
  background: Plane,
  width: number,
  height: number,
  box: Box,
): void {
  const beside = boxBlur(background, width, height, Math.round(width * INSIDE), 2);
  const boxWidth = box.right - box.left;
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      const seen = head[(y - box.top) * boxWidth + x - box.left] as number;
      const known = 1 - smoothstep(0.04, 0.14, beside[i] as number);
      matte[i] = Math.max(matte[i] as number, seen * known);
    }
  }
}

/** What is as good as person, or as nobody, ends as that whatever the edges say, and is left out. */
function snapToEdges(matte: Plane, frame: Planes, width: number, height: number): void {
  const [red, green, blue] = frame;
  const guide = new Float32Array(matte.length);
  for (let i = 0; i < guide.length; i++)
    guide[i] = luma(red[i] as number, green[i] as number, blue[i] as number);
  const radius = Math.max(3, Math.round(width / 260));
  const snapped = Float32Array.from(matte);
  const size = { width, height };
  const unsure = areasOf(matte, size, { above: 0.01, below: 0.99 });
  workInAreas(unsure, size, guidedReach(radius), [guide, matte], [snapped], ([edges, rough], crop) => [
    guidedFilter(edges, rough, crop.width, crop.height, radius, 1e-4),
  ]);
  for (let i = 0; i < matte.length; i++) {
    const a = matte[i] as number;
    const uncertain = 0.45 * (1 - Math.abs(2 * a - 1));
    const mixed = a * (1 - uncertain) + clamp(snapped[i] as number) * uncertain;
    matte[i] = clamp((mixed - 0.045) / 0.91);
  }
}
