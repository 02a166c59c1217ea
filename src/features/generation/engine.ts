/**
 * The port behind which pictures are made. An engine declares what it can do; the product offers nothing else. Whatever goes
 * wrong inside becomes one of four reasons, because each is handled differently.
 */
import type { Quality } from '@/features/billing/price-list';
import type { Aspect } from './input';

const ENGINES = ['studio', 'openai', 'replicate'] as const;
export type EngineName = (typeof ENGINES)[number];

export type EngineCapabilities = {
  qualities: readonly Quality[];
  aspects: readonly Aspect[];
  /** What it never changes, for the style page: honest words, shown as they are. */
  limits: readonly string[];
  /** Generations one process works on at the same time. */
  concurrency: number;
};

export type EngineRequest = {
  generationId: string;
  /** The selfie's working photo. */
  selfie: Uint8Array;
  recipe: string;
  aspect: Aspect;
  /** Px. */
  shortSide: number;
  seed: number;
  /** Gives the work up. */
  signal: AbortSignal;
  /** 0–1 of this picture. */
  onProgress: (fraction: number) => void;
};

export type EnginePicture = {
  jpeg: Uint8Array;
  width: number;
  height: number;
  /** Of the finished picture, 128 numbers; null when no face is in it. */
  embedding: Float32Array | null;
  composition: { eyeLine: number; headHeight: number; roll: number };
  /** Affine map from picture to selfie pixels, where the picture is made of one selfie. */
  frame: readonly [number, number, number, number, number, number] | null;
};

/**
 * `selfie`: this selfie does not serve, another may. `refused`: the engine will not do it. `outage`: it broke, crashed or took too long.
 * `stopped`: we gave it up ourselves.
 */
export type EngineFailure = 'selfie' | 'refused' | 'outage' | 'stopped';

export class EngineError extends Error {
  constructor(
    readonly reason: EngineFailure,
    /** For logs and the transition row, never for the member. */
    message: string,
  ) {
    super(message);
    this.name = 'EngineError';
  }
}

export type PictureEngine = {
  readonly name: EngineName;
  readonly capabilities: EngineCapabilities;
  /** Throws `EngineError`. */
  draw(request: EngineRequest): Promise<EnginePicture>;
};

/** Px of the short side. */
export const SHORT_SIDE: Readonly<Record<Quality, number>> = { standard: 1024, high: 1536, ultra: 2048 };
