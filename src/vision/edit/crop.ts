import type { CropBox, EditCrop } from '@/vision/edit-types';
import type { Plane, Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import { FRAMES, type FrameSize } from '@/vision/studio/composition';

/** Where the composition hangs, px: the middle of the face and the line of the eyes. */
export interface FacePlace {
  x: number;
  eyes: number;
}

/** A picture counts as having a shape when its sides are this near to it: sizes are rounded to whole pixels. */
const SAME_SHAPE = 0.006;

/**
 * The frame in whole pixels of a picture of this size. Unmoved it puts the eyes where all pictures of this shape have
 * them, as far as the picture reaches; the whole picture in its own shape is the whole picture.
 */
export function cropBox(size: FrameSize, face: FacePlace, crop: EditCrop): CropBox {
  const frame = FRAMES[crop.aspect];
  const ratio = frame.width / frame.height;
  const same = Math.abs(size.width / size.height / ratio - 1) < SAME_SHAPE;
  const whole = same ? size : largest(size, ratio);
  const width = Math.round(whole.width / crop.zoom);
  const height = Math.round(whole.height / crop.zoom);
  return {
    left: placed(face.x - width / 2, size.width - width, crop.x),
    top: placed(face.eyes - frame.eyeLine * height, size.height - height, crop.y),
    width,
    height,
  };
}

function largest({ width, height }: FrameSize, ratio: number): FrameSize {
  const fitting = Math.min(width, height * ratio);
  return { width: fitting, height: fitting / ratio };
}

/** From the best place, `shift` of the way to either end of the room there is. */
function placed(best: number, room: number, shift: number): number {
  const start = clamp(best, 0, room);
  return Math.round(start + shift * (shift > 0 ? room - start : start));
}

export function cropPlane(plane: Plane, width: number, box: CropBox): Plane {
  const out = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * width + box.left;
    out.set(plane.subarray(from, from + box.width), y * box.width);
  }
  return out;
}

export function cropPlanes(planes: Planes, width: number, box: CropBox): Planes {
  return [
    cropPlane(planes[0], width, box),
    cropPlane(planes[1], width, box),
    cropPlane(planes[2], width, box),
  ];
}
