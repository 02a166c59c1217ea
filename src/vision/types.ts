/**
 * The contract of the vision layer: what its callers give and get. Everything here is plain data that survives
 * the channel between the parent and the vision process, so this file may be imported anywhere.
 */

import type { EditedPicture, EditInput, PreparedBackdrop } from '@/vision/edit-types';
import type { StudioRecipe } from '@/vision/studio/recipe';

export const ASPECTS = ['1:1', '3:4', '4:5'] as const;
export type Aspect = (typeof ASPECTS)[number];

export const SOURCE_FORMATS = ['jpeg', 'png', 'webp', 'heic'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** Why a vision job ended without a result. The first three are the photo's, the rest the picture's or the process's. */
export const VISION_ERROR_CODES = [
  'unsupported_type',
  'too_large',
  'corrupt',
  'no_face',
  'frame_unusable',
  'too_small',
  'crashed',
  'timeout',
  'memory',
  'aborted',
  'closed',
  'failed',
] as const;
export type VisionErrorCode = (typeof VISION_ERROR_CODES)[number];

/** Degrees. Yaw > 0: turned to the image's right; pitch > 0: looking down; roll > 0: head tipped clockwise. */
export interface Pose {
  yaw: number;
  pitch: number;
  roll: number;
}

/** Share (0–1) of each facial region that is not skin: a hand, a mask, hair, glasses, or outside the photo. */
export interface Occlusion {
  /** Both eye regions together: hair over one eye is a warning, glasses or a hand over both a refusal. */
  eyes: number;
  leftEye: number;
  rightEye: number;
  nose: number;
  mouth: number;
}

/** Numbers of the largest verified face. Pixels are those of the working photo, before any down-scaling. */
export interface FaceMeasurements {
  /** Distance between the pupils, px. */
  pupilDistance: number;
  /** Forehead top to chin (landmarks 10→152), px. */
  faceHeight: number;
  /** High-band ÷ low-band energy of the aligned face; scale-free. Sharp photos reach .42 and more. */
  sharpness: number;
  /** Luma of face skin, 0–255, and the shares (0–1) of it that are black (< 25) or clipped (> 252). */
  skin: { luma: number; dark: number; clipped: number };
  /** |left − right| skin luma ÷ mean. Means little when |yaw| ≥ 25°. */
  asymmetry: number;
  pose: Pose;
  /** Share of the photo's top row above the face that is hair, skin or hat: the head is cut off. */
  headCutTop: number;
  /** Space below the chin ÷ face height. */
  spaceBelowChin: number;
  occlusion: Occlusion;
  /** Eye regions against skin: mean luma ÷ skin luma, and luma spread ÷ skin luma (sunglasses are dark and flat). */
  eyes: { luma: number; spread: number };
  /** Blendshape scores 0–1: the smaller of both blinks, and the mean smile. */
  blink: number;
  smile: number;
}

/** What the studio engine can do with this photo at one aspect ratio. */
export interface FrameFit {
  /** Share (0–1) of the person that the frame shows but the photo lacks (cut shoulders, cut hat). */
  outside: number;
  /** `outside` is within the engine's limit (.005), and the face and pose can be composed. */
  usable: boolean;
  /** Largest short side in px that the photo's own pixels carry without visible up-scaling. */
  shortSide: number;
}

/** Everything the upload checks need. Plain JSON; the embedding travels beside it because it is kept encrypted. */
export interface PhotoMeasurements {
  /** Version of the measuring code; kept with each verdict. */
  version: number;
  faces: {
    /** Verified faces at least 35 % as wide as the largest one. */
    count: number;
    /** Width of the second verified face ÷ the first; 0 when there is none. */
    secondWidthRatio: number;
  };
  face: FaceMeasurements | null;
  /** Difference hash, 16 hex digits (64 bits). Compare with `hashDistance`. */
  dHash: string;
  /** Mean L*a*b* of the background in zones left, right and above the head; null when there is hardly any. */
  background: number[] | null;
  frame: Record<Aspect, FrameFit> | null;
}

export interface PreparedPhoto {
  /** Upright sRGB JPEG without metadata, ≤ 4096 px. */
  jpeg: Uint8Array;
  /** ≤ 480 px JPEG. */
  thumbnail: Uint8Array;
  /** Size of `jpeg`. */
  width: number;
  height: number;
  sourceFormat: SourceFormat;
  /** Hex SHA-256 of the bytes that came in (for exact duplicates). */
  sha256: string;
  measurements: PhotoMeasurements;
  /** 128 numbers, unit length; null when no face was verified. */
  embedding: Float32Array | null;
}

export interface DrawInput {
  /** A working photo made by `preparePhoto`. */
  jpeg: Uint8Array;
  /** The look: one of a style, checked by `studioRecipeSchema`. */
  recipe: StudioRecipe;
  aspect: Aspect;
  /** Short side of the picture in px (1024, 1536, 2048; any 256–2048). */
  shortSide: number;
  /** Same seed, same picture; another seed moves the backdrop's light. */
  seed: number;
  /** Written into the picture's XMP. */
  generationId: string;
  /** Another than the usual one, as far as the photo allows. */
  framing?: Framing | null;
}

export type Framing = 'closer' | 'wider';

/** Where the face of a picture lies: fractions of the picture's height, and degrees. */
export interface Composition {
  eyeLine: number;
  /** Forehead top to chin (landmarks 10→152), corrected for pitch. */
  headHeight: number;
  roll: number;
}

export interface DrawnPicture {
  jpeg: Uint8Array;
  width: number;
  height: number;
  /** Of the finished picture, re-detected. */
  embedding: Float32Array;
  /** Measured on the finished picture. */
  composition: Composition;
  /**
   * Affine map from picture pixels to photo pixels, x' = f0·x + f1·y + f2, y' = f3·x + f4·y + f5: lays the photo
   * under the picture for comparing.
   */
  frame: readonly [number, number, number, number, number, number];
  /** The framing that was asked for, when the photo gave less of it or none; else null. */
  shortOf: Framing | null;
  /** Milliseconds per stage; `analysis` is about 0 for a photo that was checked or drawn just before. */
  timings: Record<DrawStage, number>;
}

export const DRAW_STAGES = ['decode', 'analysis', 'cutout', 'retouch', 'render', 'encode', 'check'] as const;
export type DrawStage = (typeof DRAW_STAGES)[number];

export interface DrawProgress {
  stage: DrawStage;
  /** 0–100 of this picture. */
  percent: number;
}

export interface PictureScore {
  /** Verified faces at least 35 % as wide as the largest. */
  faces: number;
  /** Of the largest face; null when there is none. */
  embedding: Float32Array | null;
  /** Null when there is no face. */
  quality: { sharpness: number; pupilDistance: number; pose: Pose } | null;
}

export interface FinishInput {
  /** What an AI engine answered: outside content. */
  image: Uint8Array;
  /** The selfie it is shown beside, a working photo; null: beside none. */
  beside: Uint8Array | null;
  aspect: Aspect;
  /** Px that were promised: a picture with fewer is refused, one with more is made smaller. */
  shortSide: number;
  /** Both are written into the picture's XMP. */
  generationId: string;
  creatorTool: string;
}

export interface FinishedPicture {
  jpeg: Uint8Array;
  width: number;
  height: number;
  /** Verified faces at least 35 % as wide as the largest. */
  faces: number;
  /** Of the largest face; null when there is none, like the two below. */
  embedding: Float32Array | null;
  composition: Composition | null;
  /** Affine map from picture to selfie pixels; also null without a selfie or a face in it. */
  frame: readonly [number, number, number, number, number, number] | null;
  dHash: string;
}

export interface JobOptions {
  signal?: AbortSignal;
  /** Replaces the client's time limit for this job, ms. */
  timeoutMs?: number;
}

export interface DrawOptions extends JobOptions {
  onProgress?: (progress: DrawProgress) => void;
}

/** One vision process and a queue in front of it. Every method rejects with `VisionError`. */
export interface VisionClient {
  preparePhoto(bytes: Uint8Array, options?: JobOptions): Promise<PreparedPhoto>;
  drawPicture(input: DrawInput, options?: DrawOptions): Promise<DrawnPicture>;
  scorePicture(image: Uint8Array, options?: JobOptions): Promise<PictureScore>;
  finishPicture(input: FinishInput, options?: JobOptions): Promise<FinishedPicture>;
  editPicture(input: EditInput, options?: JobOptions): Promise<EditedPicture>;
  prepareBackdrop(bytes: Uint8Array, options?: JobOptions): Promise<PreparedBackdrop>;
  /** Starts the process and loads the models before the first job needs them. */
  warmUp(): Promise<void>;
  /** The running process, if any. */
  readonly pid: number | undefined;
  /** Rejects what waits or runs with `closed` and ends the process. */
  close(): Promise<void>;
}

export interface VisionClientOptions {
  /** Time limit of one job, ms. Default 120 000. */
  timeoutMs?: number;
  /** The process is ended when its resident memory passes this. Default 1.5 GB. */
  memoryLimitBytes?: number;
}
