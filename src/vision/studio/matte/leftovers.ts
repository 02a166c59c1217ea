import { boxBlur } from '@/vision/image/blur';
import { enlargePlane, shrinkPlane } from '@/vision/image/coarse-plane';
import { timesPlane } from '@/vision/image/plane-math';
import type { Plane, Planes } from '@/vision/image/raster';
import { smoothstep } from '@/vision/image/scalar';
import type { FrameSize } from '@/vision/studio/composition';
import { belongings } from '@/vision/studio/matte/belonging';
import { cellsOf } from '@/vision/studio/matte/cells';
import type { FaceGeometry } from '@/vision/studio/subject';

/** The parsing network sees five pixels as one: half the size loses nothing of what it says. */
const FACTOR = 2;

/** Below and above these shares of belonging a piece is the background's, or the person's, without a doubt. */
const NOT_THEIRS = [0.36, 0.46] as const;
const THEIRS = [0.54, 0.64] as const;

/**
 * Removes pieces of the old background that the matting network attached to the person (a slat beside a shoulder)
 * where the parsing network is sure of background. It is also sure of some things that belong to a person, such as brims of
 * hats and wide sleeves: a piece whose edges say whose it is goes or stays by that; of the others only slivers below the face
 * may go. Near hair only solid pieces do, for the parsing network knows no single hairs. In place.
 */
export function removeLeftovers(
  matte: Plane,
  picture: Planes,
  background: Plane,
  hair: Plane,
  { width, height, face }: FrameSize & { face: FaceGeometry },
): void {
  const small = (plane: Plane) => shrinkPlane(plane, width, height, FACTOR);
  const figure = small(matte);
  const half = {
    width: figure.width,
    height: figure.height,
    face: { chinY: face.chinY / FACTOR, height: face.height / FACTOR },
  };
  const behind = small(background).plane;
  const gone = leftovers(
    figure.plane,
    behind,
    small(hair).plane,
    belongingOf(picture.map((plane) => small(plane).plane) as Planes, figure.plane, behind, half),
    half,
  );
  const share = enlargePlane({ ...figure, plane: gone }, FACTOR, width, height);
  for (let i = 0; i < matte.length; i++) matte[i] = (matte[i] as number) * (1 - (share[i] as number));
}

function belongingOf(picture: Planes, matte: Plane, background: Plane, { width, height }: FrameSize): Plane {
  const cells = cellsOf(width, height);
  const coarse = (plane: Plane) => shrinkPlane(plane, width, height, cells.side).plane;
  const plane = belongings({
    cells,
    matte: coarse(matte),
    background: coarse(background),
    colours: picture.map(coarse) as Planes,
  });
  return enlargePlane({ plane, width: cells.width, height: cells.height }, cells.side, width, height);
}

/** How much of each pixel's matte is left over from the old background (0–1). */
function leftovers(
  matte: Plane,
  background: Plane,
  hair: Plane,
  belonging: Plane,
  { width, height, face }: FrameSize & { face: { chinY: number; height: number } },
): Plane {
  const from = face.chinY - face.height * 0.15;
  const sure = new Float32Array(matte.length);
  for (let i = 0; i < sure.length; i++) sure[i] = smoothstep(0.45, 0.75, background[i] as number);
  const broad = broadPieces(timesPlane(matte, sure), width, height);
  const hairNear = boxBlur(hair, width, height, Math.round(width * 0.02), 2);
  const solid = boxBlur(matte, width, height, Math.max(1, Math.round(width * 0.006)), 2);
  for (let i = 0; i < matte.length; i++) {
    if (sure[i] === 0) continue;
    const noHair = 1 - smoothstep(0.02, 0.12, hairNear[i] as number);
    const piece = smoothstep(0.45, 0.75, solid[i] as number);
    const owned = belonging[i] as number;
    const foreign = 1 - smoothstep(...NOT_THEIRS, owned);
    const theirs = smoothstep(...THEIRS, owned);
    const below = smoothstep(from, from + face.height * 0.1, Math.floor(i / width));
    const sliver = below * (1 - smoothstep(0.002, 0.03, broad[i] as number)) * (1 - theirs);
    sure[i] = (sure[i] as number) * Math.max(foreign, sliver) * Math.max(noHair, piece);
  }
  return sure;
}

/**
 * Above 0 in and around pieces that fill a window of 5 % of the width: too big to be a sliver. What lies beyond the
 * picture fills nothing, or a sliver at its edge would look broad there.
 */
function broadPieces(pieces: Plane, width: number, height: number): Plane {
  const radius = Math.round(width * 0.025);
  const filled = boxBlur(pieces, width, height, radius);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const inside = Math.min(x, radius) + Math.min(width - 1 - x, radius) + 1;
      filled[i] = (filled[i] as number) * (inside / (2 * radius + 1)) > 0.8 ? 1 : 0;
    }
  }
  return boxBlur(filled, width, height, radius * 2, 2);
}
