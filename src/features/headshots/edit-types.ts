/** What an edit is and what pages see of saved ones. Plain data, safe in the browser; times are ISO 8601 UTC. */
import type { Aspect } from '@/features/generation/input';
import type { EditCrop, EditFinish } from '@/vision/edit-types';

/** What lies behind the person. */
export type Backdrop =
  /** What the picture was made with. */
  | { kind: 'keep' }
  /** Nothing: the file is transparent there. */
  | { kind: 'none' }
  /** sRGB hex. */
  | { kind: 'colour'; colour: string }
  /** That of a style, by id; another seed is another light. */
  | { kind: 'style'; style: string; seed: number }
  /** One that the member uploaded, by id. */
  | { kind: 'upload'; id: string };

/** All that can be done to a picture. The edit that changes nothing is `unedited` of the picture's shape. */
export type PictureEdit = {
  backdrop: Backdrop;
  crop: EditCrop;
  finish: EditFinish;
};

export { MAX_ZOOM } from '@/vision/edit-types';
export { ASPECTS } from '@/vision/types';
export type { EditCrop, EditFinish };

export function unedited(aspect: Aspect): PictureEdit {
  return {
    backdrop: { kind: 'keep' },
    crop: { aspect, zoom: 1, x: 0, y: 0 },
    finish: { light: 0, contrast: 0, warmth: 0, skin: 0, blemishes: false, eyes: 0, teeth: 0 },
  };
}

export type VersionView = {
  id: string;
  /** 1, 2, 3 … of this picture. */
  number: number;
  /** Whether it is the one that is shown. */
  current: boolean;
  edit: PictureEdit;
  /** Whether it has no backdrop, so that only PNG and WebP show it as it is. */
  transparent: boolean;
  width: number;
  height: number;
  /** The part of the picture it shows, px of the picture. */
  box: { left: number; top: number; width: number; height: number };
  url: string;
  thumbnailUrl: string;
  createdAt: string;
};

export type VersionList = {
  versions: VersionView[];
  /** Id of the version that is shown; null: the picture as it was made. */
  current: string | null;
  /** The picture as it was made. */
  original: { url: string; thumbnailUrl: string; width: number; height: number };
};

export type StyleBackdrop = {
  id: string;
  name: string;
  /** One to three, sRGB hex, for its swatch. */
  colours: string[];
};

/** Saved versions a picture keeps; the oldest goes when another one comes. */
export const MAX_VERSIONS = 20;
