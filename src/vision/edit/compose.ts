import sharp from 'sharp';
import type { EditBackdrop } from '@/vision/edit-types';
import { hexToRgb } from '@/vision/image/colour';
import { CHANNELS, type Plane, type Planes } from '@/vision/image/raster';
import { clamp } from '@/vision/image/scalar';
import type { FrameSize } from '@/vision/studio/composition';
import type { StudioRecipe } from '@/vision/studio/recipe';
import { renderPicture } from '@/vision/studio/render';

/** A person in a frame: how much of each pixel they are, their colours before and after the edit, and the picture. */
export interface Layers extends FrameSize {
  /** Middle of the head, px. */
  headX: number;
  headY: number;
  matte: Plane;
  before: Planes;
  after: Planes;
  picture: Planes;
}

/** Interleaved 8-bit sRGB, with straight alpha where there are four channels. */
export interface Composed {
  data: Uint8Array;
  channels: 3 | 4;
}

export async function compose(layers: Layers, backdrop: EditBackdrop): Promise<Composed> {
  switch (backdrop.kind) {
    case 'keep':
      return { data: changeInPlace(layers), channels: 3 };
    case 'none':
      return { data: cutOut(layers), channels: 4 };
    case 'colour':
      return { data: overColour(layers, backdrop.colour), channels: 3 };
    case 'recipe':
      return { data: beforePaper(layers, backdrop.recipe, backdrop.seed), channels: 3 };
    case 'image':
      return { data: await beforeImage(layers, backdrop.image), channels: 3 };
  }
}

/** Adds to the picture what the edit changed in the person: without an edit it is the picture, exactly. */
function changeInPlace({ matte, before, after, picture }: Layers): Uint8Array {
  const data = new Uint8Array(matte.length * 3);
  for (const k of CHANNELS) {
    for (let i = 0; i < matte.length; i++) {
      const change = (after[k][i] as number) - (before[k][i] as number);
      data[i * 3 + k] = byteOf((picture[k][i] as number) + (matte[i] as number) * change);
    }
  }
  return data;
}

/** Pixels without any person are that colour to the last bit. */
function overColour({ matte, after }: Layers, hex: string): Uint8Array {
  const colour = hexToRgb(hex);
  const data = new Uint8Array(matte.length * 3);
  for (const k of CHANNELS) {
    for (let i = 0; i < matte.length; i++) {
      const a = matte[i] as number;
      data[i * 3 + k] = byteOf((after[k][i] as number) * a + colour[k] * (1 - a));
    }
  }
  return data;
}

/** The studio's own way, without what it would do to the person's tones: that was done when the picture was made. */
function beforePaper(layers: Layers, recipe: StudioRecipe, seed: number): Uint8Array {
  const { width, height, headX, headY, matte, after } = layers;
  const person = { width, height, headX, headY, matte, colours: after, frame: [1, 0, 0, 0, 1, 0] as const };
  return renderPicture(person, { ...recipe, ...UNTONED }, seed).data;
}

const UNTONED: Partial<StudioRecipe> = {
  tint: [1, 1, 1],
  key: 0,
  rim: null,
  exposure: 0,
  contrast: 0,
  saturation: 1,
  fade: 0,
  grade: null,
};

async function beforeImage({ width, height, matte, after }: Layers, image: Uint8Array): Promise<Uint8Array> {
  const data = await sharp(image, { failOn: 'error' })
    .resize({ width, height, fit: 'cover' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  for (let i = 0; i < matte.length; i++) {
    const a = matte[i] as number;
    if (a === 0) continue;
    for (const k of CHANNELS) {
      const at = i * 3 + k;
      data[at] = byteOf((after[k][i] as number) * a + ((data[at] as number) / 255) * (1 - a));
    }
  }
  return data;
}

/** Where nothing of the person is, no colour is left either: what was there could otherwise be brought back. */
function cutOut({ matte, after }: Layers): Uint8Array {
  const data = new Uint8Array(matte.length * 4);
  for (let i = 0; i < matte.length; i++) {
    const alpha = byteOf(matte[i] as number);
    if (alpha === 0) continue;
    for (const k of CHANNELS) data[i * 4 + k] = byteOf(after[k][i] as number);
    data[i * 4 + 3] = alpha;
  }
  return data;
}

function byteOf(v: number): number {
  return Math.floor(clamp(v) * 255 + 0.5);
}
