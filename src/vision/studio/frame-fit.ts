import { eyeLinePoint } from '@/vision/face/landmarks';
import type { FaceMesh } from '@/vision/face/mesh';
import { PART, type PartMap, parsePerson, partAt } from '@/vision/face/parsing';
import { uprightFaceHeight } from '@/vision/face/pose';
import { type Affine, applyAffine, scaleOf } from '@/vision/image/affine';
import type { Pyramid } from '@/vision/image/pyramid';
import type { Raster } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { SeenPhoto } from '@/vision/photo/seen-photos';
import { composeFrame, type FrameSize, frameSize } from '@/vision/studio/composition';
import { ASPECTS, type Aspect, type FrameFit, type Framing } from '@/vision/types';

/** More of the person than this missing from the frame, and the picture would have to invent it. */
export const MAX_OUTSIDE = 0.005;
/** Beyond these the landmarks no longer say where the head is. Degrees. */
const MAX_YAW = 35;
const MAX_PITCH = 30;
/**
 * Up to 1024 px an enlarged photo still reaches the sharpness that the checks ask for; whoever pays for more px gets px of the photo,
 * enlarged by no more than the eye can tell.
 */
const ENLARGEMENTS = [
  { most: 1.75, upTo: 1024 },
  { most: 1.25, upTo: 2048 },
];
/** Sideways moves that are tried, in this order, as fractions of the width. */
const SHIFTS = [0, -0.02, 0.02, -0.04, 0.04, -0.06, 0.06];
const GRID = 48;
/** The shape of the frame is all that counts here. */
const PROBE_SIDE = 400;

export interface ChosenFrame extends FrameFit {
  shift: number;
}

/**
 * Person and background over the area that any of the frames can show. Null when every frame lies inside the photo:
 * then nothing can be missing, and the costly parsing is saved.
 */
export async function parseFrameArea(pyramid: Pyramid, mesh: FaceMesh): Promise<PartMap | null> {
  if (ASPECTS.every((aspect) => liesInside(pyramid[0], mesh, aspect))) return null;
  return parseAround(pyramid, mesh);
}

/** The same also when the usual frames lie inside, for frames that are not the usual ones. */
export async function parseAround(pyramid: Pyramid, mesh: FaceMesh): Promise<PartMap> {
  const side = uprightFaceHeight(mesh.landmarks, mesh.pose.pitch) * 3.4;
  const [x, y] = eyeLinePoint(mesh.landmarks);
  const { probabilities, ...parts } = await parsePerson(pyramid, x - side / 2, y - side * 0.42, side);
  return parts;
}

function liesInside(photo: Raster, mesh: FaceMesh, aspect: Aspect, zoom = 1): boolean {
  const { width, height } = frameSize(aspect, PROBE_SIDE);
  const frame = composeFrame(mesh, aspect, { width, height }, { zoom });
  const corners = [[0, 0] as const, [width, 0] as const, [0, height] as const, [width, height] as const];
  return corners.every((corner) => {
    const [x, y] = applyAffine(frame, corner);
    return x >= 0 && y >= 0 && x < photo.width && y < photo.height;
  });
}

/** Fits the frame of one aspect: the smallest shift that keeps the person inside the photo, or the best there is. */
export function fitFrame(
  photo: Raster,
  mesh: FaceMesh,
  parsing: PartMap | null,
  aspect: Aspect,
  zoom = 1,
): ChosenFrame {
  const size = frameSize(aspect, PROBE_SIDE);
  let shift = 0;
  let outside = Number.POSITIVE_INFINITY;
  for (const candidate of SHIFTS) {
    const missing = outsideShare(
      photo,
      parsing,
      composeFrame(mesh, aspect, size, { shift: candidate, zoom }),
      size,
    );
    if (missing < outside - MAX_OUTSIDE / 2) {
      shift = candidate;
      outside = missing;
    }
    if (outside <= MAX_OUTSIDE / 5) break;
  }
  const posed = Math.abs(mesh.pose.yaw) <= MAX_YAW && Math.abs(mesh.pose.pitch) <= MAX_PITCH;
  const sourceWidth = scaleOf(composeFrame(mesh, aspect, size, { zoom })) * size.width;
  return {
    shift,
    outside,
    usable: posed && outside <= MAX_OUTSIDE,
    shortSide: honestSide(sourceWidth),
  };
}

/** What a wish for closer or wider is tried with, the most first. */
const ZOOMS: Record<Framing, readonly number[]> = { closer: [1.14, 1.07], wider: [0.88, 0.94] };

/** Whether a frame of this zoom is less than was asked for. */
export function fallsShort(framing: Framing, zoom: number): boolean {
  const [most = 1] = ZOOMS[framing];
  return framing === 'closer' ? zoom < most : zoom > most;
}

/**
 * What `fitWishedFrame` needs to know of the photo's surroundings: a frame that was asked for may leave a photo in which every usual
 * one lies.
 */
export async function parseWishedArea(
  { pyramid, mesh, frameArea }: SeenPhoto & { pyramid: Pyramid },
  aspect: Aspect,
  framing: Framing | null,
): Promise<PartMap | null> {
  const zooms = framing ? ZOOMS[framing] : [];
  const inside = zooms.every((zoom) => liesInside(pyramid[0], mesh, aspect, zoom));
  return frameArea ?? (inside ? null : parseAround(pyramid, mesh));
}

/**
 * The same for a wished framing: as close as the photo's pixels carry for a picture of `shortSide` px, or as wide as it shows the
 * person; else the usual frame.
 */
export function fitWishedFrame(
  photo: Raster,
  mesh: FaceMesh,
  parsing: PartMap | null,
  aspect: Aspect,
  wish: { framing: Framing | null; shortSide: number },
): ChosenFrame & { zoom: number } {
  for (const zoom of wish.framing ? ZOOMS[wish.framing] : []) {
    const fit = fitFrame(photo, mesh, parsing, aspect, zoom);
    if (fit.usable && (zoom < 1 || fit.shortSide >= wish.shortSide)) return { ...fit, zoom };
  }
  return { ...fitFrame(photo, mesh, parsing, aspect), zoom: 1 };
}

/** Px of the largest short side that a frame of so many photo pixels carries. */
export function honestSide(sourceWidth: number): number {
  return Math.max(...ENLARGEMENTS.map(({ most, upTo }) => Math.min(upTo, Math.floor(sourceWidth * most))));
}

export function fitAllFrames(
  photo: Raster,
  mesh: FaceMesh,
  parsing: PartMap | null,
): Record<Aspect, FrameFit> {
  const fits = ASPECTS.map((aspect) => {
    const { outside, usable, shortSide } = fitFrame(photo, mesh, parsing, aspect);
    return [aspect, { outside: Math.round(outside * 1e5) / 1e5, usable, shortSide }] as const;
  });
  return Object.fromEntries(fits) as Record<Aspect, FrameFit>;
}

/**
 * Share of the frame that lies beyond the photo where the nearest pixel of the photo is still person: there the
 * person goes on, and the photo does not show how. Backdrop beyond the photo costs nothing.
 */
export function outsideShare(photo: Raster, parsing: PartMap | null, frame: Affine, size: FrameSize): number {
  if (!parsing) return 0;
  const rows = Math.round((GRID * size.height) / size.width);
  let missing = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < GRID; column++) {
      const px = ((column + 0.5) / GRID) * size.width;
      const py = ((row + 0.5) / rows) * size.height;
      const [x, y] = applyAffine(frame, [px, py]);
      if (x >= 0 && y >= 0 && x < photo.width && y < photo.height) continue;
      const nearestX = clamp(x, 2, photo.width - 3);
      const nearestY = clamp(y, 2, photo.height - 3);
      if (partAt(parsing, nearestX, nearestY) !== PART.background) missing++;
    }
  }
  return missing / (rows * GRID);
}
