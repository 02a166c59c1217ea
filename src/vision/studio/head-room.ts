import { applyAffine } from '@/vision/image/affine';
import type { Pyramid } from '@/vision/image/pyramid';
import type { Raster } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { SeenPhoto } from '@/vision/photo/seen-photos';
import { composeFrame, FRAMES, type Placement } from '@/vision/studio/composition';
import { MAX_OUTSIDE, outsideShare, parseAround } from '@/vision/studio/frame-fit';
import { connectedPieces } from '@/vision/studio/matte/cells';
import { type FaceGeometry, type View, viewPerson } from '@/vision/studio/subject';
import type { Aspect } from '@/vision/types';

/** The figure's matte from here on is person. */
const PERSON = 0.5;
/** More of the frame's edge than this (share of its height) taken up by the head, and something of it is cut off. */
const TOUCHES = 0.012;
/** Air around the head, as shares of the picture's width and height. */
const AIR = { side: 0.012, top: 0.025 };
/** What is tried, the least change first. */
const ZOOMS = [1, 0.96, 0.92, 0.88, 0.84, 0.8];
const MOST = { shift: 0.1, drop: 0.07 };
/** A change that wins less room than this is not worth it. */
const WORTH = 0.003;
/** How much of the photo is looked at to find the head's ends, and the size at which. */
const WIDE = { zoom: 0.66, shortSide: 384 };

/** How far the head reaches from the middle of the face and from the eyes, in widths and heights of the picture at the usual zoom. */
export interface HeadReach {
  left: number;
  right: number;
  top: number;
}

/** Whether a hat or tall hair goes on beyond the frame. Below the mouth hair may: it flows over shoulders. */
export function headIsCut({
  width,
  height,
  figure,
  face,
}: Pick<View, 'width' | 'height' | 'figure' | 'face'>): boolean {
  const end = mouthRow(face, height);
  let top = 0;
  let left = 0;
  let right = 0;
  for (let x = 0; x < width; x++) if ((figure[x] as number) > PERSON) top++;
  for (let y = 0; y < end; y++) {
    if ((figure[y * width] as number) > PERSON) left++;
    if ((figure[(y + 1) * width - 1] as number) > PERSON) right++;
  }
  return Math.max(top, left, right) > TOUCHES * height;
}

function mouthRow(face: FaceGeometry, height: number): number {
  return clamp(Math.round(face.chinY - face.height * 0.2), 0, height);
}

/**
 * A placement that leaves out nothing of the head that the photo shows: the face a little lower or to the side, else smaller. Where the
 * photo ends, or shows too little of the shoulders for that, the best there is.
 */
export async function roomierPlacement(
  { pyramid, mesh, frameArea }: SeenPhoto & { pyramid: Pyramid },
  aspect: Aspect,
  usual: Placement,
): Promise<Placement> {
  const { width, height } = FRAMES[aspect];
  const size = { width: WIDE.shortSide, height: Math.round((WIDE.shortSide * height) / width) };
  const wide = { ...usual, zoom: usual.zoom * WIDE.zoom };
  const view = await viewPerson(pyramid, mesh, composeFrame(mesh, aspect, size, wide), size);
  const head = headReach(view, pyramid[0], aspect, wide);
  const parsing = frameArea ?? (await parseAround(pyramid, mesh));
  return placeHead(head, aspect, usual, (placement) => {
    const frame = composeFrame(mesh, aspect, size, placement);
    return outsideShare(pyramid[0], parsing, frame, size) <= MAX_OUTSIDE;
  });
}

/** The ends of the head in a wide view; beyond the photo there is nothing. */
function headReach(view: View, photo: Raster, aspect: Aspect, { shift, zoom, drop }: Placement): HeadReach {
  const { width, height, face } = view;
  const seen = headPixels(view, photo);
  let left = width;
  let right = 0;
  let top = height;
  for (let y = 0; y < mouthRow(face, height); y++) {
    for (let x = 0; x < width; x++) {
      if (seen[y * width + x] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
    }
  }
  return {
    left: (left / width - 0.5 + shift) / zoom,
    right: (right / width - 0.5 + shift) / zoom,
    top: (top / height - FRAMES[aspect].eyeLine - drop) / zoom,
  };
}

/** The head is what hangs together with the face above the mouth: a wall behind taken for person does not, nor do shoulders. */
function headPixels({ width, height, figure, face, frame }: View, photo: Raster): Uint8Array {
  const set = new Uint8Array(width * height);
  const end = mouthRow(face, height);
  for (let y = 0, i = 0; y < end; y++) {
    for (let x = 0; x < width; x++, i++) {
      if ((figure[i] as number) <= PERSON) continue;
      const [u, v] = applyAffine(frame, [x + 0.5, y + 0.5]);
      if (u >= 0 && v >= 0 && u < photo.width && v < photo.height) set[i] = 1;
    }
  }
  const { labels } = connectedPieces(set, { width, height, side: 1 });
  const middle = Math.round(face.centreY - face.height * 0.1) * width + Math.round(face.centreX);
  const head = labels[middle] as number;
  for (let i = 0; i < set.length; i++) if (labels[i] !== head) set[i] = 0;
  return set;
}

/** The least change of the usual placement, among those that are usable, with which the head has the most room. */
export function placeHead(
  head: HeadReach,
  aspect: Aspect,
  usual: Placement,
  usable: (placement: Placement) => boolean,
): Placement {
  let best = usual;
  let least = overhang(head, aspect, usual);
  for (const factor of ZOOMS) {
    const zoom = usual.zoom * factor;
    const candidate = { zoom, shift: shiftFor(head, zoom, usual.shift), drop: dropFor(head, aspect, zoom) };
    const cut = overhang(head, aspect, candidate);
    if (cut > least - WORTH || !usable(candidate)) continue;
    best = candidate;
    least = cut;
    if (cut < WORTH) break;
  }
  return best;
}

function shiftFor({ left, right }: HeadReach, zoom: number, usual: number): number {
  const most = left * zoom + 0.5 - AIR.side;
  const least = right * zoom - 0.5 + AIR.side;
  const wanted = least > most ? (least + most) / 2 : clamp(usual, least, most);
  return clamp(wanted, -MOST.shift, MOST.shift);
}

function dropFor({ top }: HeadReach, aspect: Aspect, zoom: number): number {
  return clamp(AIR.top - FRAMES[aspect].eyeLine - top * zoom, 0, MOST.drop);
}

/** How much of the head, and of the air around it, is missing: shares of the picture's sides added up. */
function overhang(head: HeadReach, aspect: Aspect, { zoom, shift, drop }: Placement): number {
  const left = head.left * zoom + 0.5 - shift;
  const right = head.right * zoom + 0.5 - shift;
  const top = head.top * zoom + FRAMES[aspect].eyeLine + drop;
  return Math.max(0, AIR.side - left) + Math.max(0, right - 1 + AIR.side) + Math.max(0, AIR.top - top);
}
