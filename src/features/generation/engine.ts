/**
 * The port behind which pictures are made. An engine declares what it can do; the product offers nothing else. Whatever goes
 * wrong inside becomes one of a few reasons, because each is handled differently (`chain-rules.ts`).
 */

import type { Quality } from '@/features/billing/price-list';
import type { MessageKey } from '@/texts/message-key';
import type { StudioRecipe } from '@/vision/studio/recipe';
import type { Aspect } from './input';
import type { KeyedLimit, Preferences } from './preferences/preference-rules';

export const ENGINES = ['studio', 'openai', 'replicate'] as const;
export type EngineName = (typeof ENGINES)[number];

export type EngineCapabilities = {
  qualities: readonly Quality[];
  aspects: readonly Aspect[];
  /** What it makes of a style, for the style page; of an engine that draws anew with the style's clothes as `{wardrobe}`. */
  does: MessageKey;
  /** What it never does, or does without being asked: honest words, shown as they are. */
  limits: readonly MessageKey[];
  /** Wishes it cannot meet, each with the reason. A request with one of them is refused, so that nobody pays for less. */
  wishLimits: readonly KeyedLimit[];
  /** Wishes it meets as far as the photos allow, each with the sentence that says so beforehand. */
  wishBounds: readonly KeyedLimit[];
  /** How the pictures of one generation differ, a sentence for the page. */
  variations: MessageKey;
  /** Makes the picture from the pixels of one selfie, so that one must show the person whole in the wanted shape. */
  finishesSelfie: boolean;
  /** Selfies it is given for one picture, at least and at most. */
  references: { few: number; most: number };
};

export type Reference = {
  photoId: string;
  /** The selfie's working photo. */
  jpeg: Uint8Array;
};

/** What an engine that draws elsewhere while we wait writes down of its call, and hears. */
export type CallLine = {
  note(facts: { vendorId?: string; vendorFiles?: string[] | null }): Promise<void>;
  /** How often the vendor rang so far. */
  rings(): Promise<number>;
};

export type EngineRequest = {
  generationId: string;
  /** Stands for the person at a vendor: opaque, and not to be traced back from there. */
  personKey: string;
  /** The best first; never empty. */
  references: readonly Reference[];
  /** What the studio makes of the style. */
  recipe: StudioRecipe;
  /** What an engine that finishes a selfie heeds; one that draws anew finds it in its prompt. */
  preferences: Preferences;
  /** What an engine that draws anew is told. */
  prompt: string;
  aspect: Aspect;
  /** Px. */
  shortSide: number;
  seed: number;
  line: CallLine;
  /** Gives the work up. */
  signal: AbortSignal;
  /** 0–1 of this picture. */
  onProgress: (fraction: number) => void;
};

/** What one call used, as far as the vendor says; for staff, never for members. */
export type EngineReceipt = {
  model: string;
  /** The vendor's name of the call. */
  vendorId: string | null;
  usage: Record<string, unknown> | null;
  /** Millionths of a US dollar by our price table; null when it is not known whether anything was charged. */
  costMicros: number | null;
};

export type EnginePicture = {
  jpeg: Uint8Array;
  width: number;
  height: number;
  /** Of the finished picture, 128 numbers; null when no face is in it. */
  embedding: Float32Array | null;
  /** Difference hash of the whole picture; left out where it would say nothing. */
  dHash?: string;
  composition: { eyeLine: number; headHeight: number; roll: number } | null;
  /** The wished framing that the selfie gave less of, or none; where an engine cannot tell, it leaves this out. */
  shortOf?: 'closer' | 'wider' | null;
  /** Affine map from picture to the first selfie's pixels; null when they cannot be laid over each other. */
  frame: readonly [number, number, number, number, number, number] | null;
  receipt?: EngineReceipt;
};

export const ENGINE_FAILURES = [
  'selfie',
  'refused',
  'busy',
  'outage',
  'timeout',
  'budget',
  'setup',
  'unusable',
  'stopped',
] as const;

/**
 * `selfie`: these selfies do not serve, others may. `refused`: the engine will not do it. `busy`: too many requests, nothing was
 * made. `outage`: it broke or crashed. `timeout`: it took too long, and may have charged. `budget`: our account there is used up.
 * `setup`: wrong key, model or request, nothing a retry mends. `unusable`: an answer that is no picture of one person at the
 * promised size. `stopped`: we gave it up ourselves.
 */
export type EngineFailure = (typeof ENGINE_FAILURES)[number];

type FailureDetails = { retryAfterMs?: number | undefined; receipt?: EngineReceipt | undefined };

export class EngineError extends Error {
  /** How long the engine asks to be left alone. */
  readonly retryAfterMs: number | undefined;
  readonly receipt: EngineReceipt | undefined;

  constructor(
    readonly reason: EngineFailure,
    /** For logs and the transition row, never for the member. */
    message: string,
    details: FailureDetails = {},
  ) {
    super(message);
    this.name = 'EngineError';
    this.retryAfterMs = details.retryAfterMs;
    this.receipt = details.receipt;
  }
}

export type PictureEngine = {
  readonly name: EngineName;
  readonly capabilities: EngineCapabilities;
  /** Calls at the same time over all workers; null: as many as there are workers. */
  readonly places: () => number | null;
  /** Throws `EngineError`. */
  draw(request: EngineRequest): Promise<EnginePicture>;
};

/** Px of the short side. */
export const SHORT_SIDE: Readonly<Record<Quality, number>> = { standard: 1024, high: 1536, ultra: 2048 };
