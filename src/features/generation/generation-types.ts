/** What pages and the API see of generations and pictures. Plain data, safe in the browser; times are ISO 8601 UTC. */
import type { Quality } from '@/features/billing/price-list';
import type { Band } from './eta';
import type { Aspect } from './input';
import type { LikenessWord } from './likeness';
import type { Preferences } from './preferences/preference-rules';
import type { Stage } from './progress';
import type { GenerationStatus, PictureStatus } from './rules';

export type Likeness = {
  /** 0–100. */
  score: number;
  word: LikenessWord;
  /** What it was measured on, each 0–100; null for pictures of before that was kept. */
  measured: { selfies: number; low: number; high: number } | null;
  /** Drawn anew, and yet nearly one of the selfies. */
  nearCopy: boolean;
};

export type PictureView = {
  id: string;
  /** 1–4. */
  number: number;
  status: PictureStatus;
  /** Of an accepted picture. */
  likeness: Likeness | null;
  favourite: boolean;
  /** What drew it; null until it is accepted. */
  engine: string | null;
  /** What its person said of it. */
  verdict: 'like_me' | 'not_me' | null;
  /** The saved edit that is shown; null: the picture as it was made. One without a backdrop is only whole as PNG or WebP. */
  edited: { version: number; transparent: boolean; aspect: Aspect } | null;
  /** The framing that was wished for, when the photo gave less of it or none. */
  shortOf: 'closer' | 'wider' | null;
  /** Px of the full picture; null until it is accepted. */
  width: number | null;
  height: number | null;
  /** Both null until it is accepted. */
  url: string | null;
  thumbnailUrl: string | null;
};

/** The selfie a picture was made of, and how it lies under it. */
export type Comparison = {
  url: string;
  /** Px of the selfie. */
  width: number;
  height: number;
  /** Affine map from picture to selfie pixels. */
  frame: readonly [number, number, number, number, number, number];
};

/** Small and cheap: what a page polls or reads again after an event. */
export type GenerationProgress = {
  id: string;
  status: GenerationStatus;
  stage: Stage;
  /** 0–100. */
  progress: number;
  /** Seconds that are left; null when it has ended. */
  eta: Band | null;
  /** Seconds it usually takes from start to end. */
  usual: Band;
  accepted: number;
  variations: number;
  pictures: (PictureView & {
    /** The selfie it is being made of: shown out of focus until the picture is there. */
    selfieUrl: string | null;
  })[];
};

export type GenerationSummary = {
  id: string;
  status: GenerationStatus;
  progress: number;
  style: { id: string; name: string };
  quality: Quality;
  aspect: Aspect;
  variations: number;
  engine: string;
  /** What was wished for beside the style; empty: nothing. */
  preferences: Preferences;
  /**
   * Credits of one accepted picture, of all together, charged at the end, never charged, and charged but paid back for pictures that
   * were not the person.
   */
  credits: { each: number; held: number; charged: number | null; released: number | null; refunded: number };
  accepted: number;
  /** Why there are no pictures, for the person. */
  failure: string | null;
  createdAt: string;
  finishedAt: string | null;
  /** From the first worker's start to the end. */
  seconds: number | null;
  /** When its pictures are deleted; null while there are none, and while the team has Pro. */
  keptUntil: string | null;
  /** When the team's Pro ends, where that is known. */
  proUntil: string | null;
  /** Whether its pictures are delivered with the visible mark now. */
  watermark: boolean;
  pictures: PictureView[];
};

export type GenerationDetail = GenerationSummary & {
  photoSetId: string;
  /** Selfies the likeness was measured on that are still there. */
  selfies: number;
  /** By picture id; a picture is missing when its selfie was deleted. */
  comparisons: Record<string, Comparison>;
  eta: Band | null;
};
