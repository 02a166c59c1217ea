/** What an edit of a finished picture is, as plain data. Part of the vision layer's contract, like `types.ts`. */
import type { StudioRecipe } from '@/vision/studio/recipe';
import type { Aspect } from '@/vision/types';

/** What lies behind the person. */
export type EditBackdrop =
  /** What the picture was made with. */
  | { kind: 'keep' }
  /** Nothing: the answer is a PNG with straight alpha. */
  | { kind: 'none' }
  /** One even colour, sRGB hex. */
  | { kind: 'colour'; colour: string }
  /** A style's, drawn anew: its light, its shadow and its wrap, but not its tones, which the person has already. */
  | { kind: 'recipe'; recipe: StudioRecipe; seed: number }
  /** A picture made by `prepareBackdrop`; it fills the frame. */
  | { kind: 'image'; image: Uint8Array };

/** A frame inside the picture. It never reaches beyond its edge, so nothing has to be invented. */
export interface EditCrop {
  aspect: Aspect;
  /** 1: the largest frame of this shape; up to `MAX_ZOOM`. */
  zoom: number;
  /** −1…1: how far from where the face sits best to either edge of the picture. */
  x: number;
  y: number;
}

/** What happens to the person; nothing at 0. Each is bounded so that a person stays who they are. */
export interface EditFinish {
  /** −1…1: seven tenths of a stop of light either way. */
  light: number;
  /** −1…1 around the person's own middle tone. */
  contrast: number;
  /** −1 (cool) … 1 (warm). */
  warmth: number;
  /** 0–1: once more the studio's skin finish; at 1 two thirds of the pores are still there. */
  skin: number;
  /** Small dark or red spots on the face are filled from beside them; moles and marks stay. */
  blemishes: boolean;
  /** 0–1: whites of the eyes lighter and less red. */
  eyes: number;
  /** 0–1: teeth less yellow, where the mouth is open. */
  teeth: number;
}

export const MAX_ZOOM = 1.6;

export interface EditInput {
  /** An accepted picture of ours, with its mark. */
  jpeg: Uint8Array;
  backdrop: EditBackdrop;
  crop: EditCrop;
  finish: EditFinish;
  /**
   * `save` is the picture in all its pixels, looked at again as anybody would; `preview` is made small, fast and
   * unchecked.
   */
  purpose: 'save' | 'preview';
}

export interface EditedPicture {
  image: Uint8Array;
  /** A PNG where the backdrop is gone, a WebP in its preview. */
  format: 'jpeg' | 'png' | 'webp';
  width: number;
  height: number;
  /** The frame in pixels of the picture that came in. */
  box: CropBox;
  /** Of a saved picture: its face, and the cosine to the unedited one. Null in a preview. */
  face: { embedding: Float32Array; likeness: number } | null;
}

export interface PreparedBackdrop {
  /** Upright sRGB JPEG without metadata, ≤ 3072 px. */
  jpeg: Uint8Array;
  /** A small square of it, JPEG. */
  swatch: Uint8Array;
  /** Size of `jpeg`. */
  width: number;
  height: number;
}

export interface CropBox {
  left: number;
  top: number;
  width: number;
  height: number;
}
