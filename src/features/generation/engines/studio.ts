/** The embedded engine: a studio finish of one selfie, in the vision process, on this machine. */
import { vision } from '@/adapters/vision/vision';
import { type StudioWishes, withWishes } from '@/vision/studio/wishes';
import type { VisionErrorCode } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';
import { EngineError, type EngineFailure, type PictureEngine } from '../engine';
import type { KeyedLimit, Preferences } from '../preferences/preference-rules';

/** Measured 4–7 s on two free cores with a cold process. Far above even on a crowded machine, it hangs. Milliseconds. */
const TIMEOUT = 180_000;

/** It paints light and paper, never a person. */
const WISH_LIMITS: readonly KeyedLimit[] = [
  {
    field: 'background',
    values: ['office', 'outdoors'],
    why: 'generation.engines.studio.noPlace',
  },
  { field: 'expression', why: 'generation.engines.studio.expression' },
  ...(['attire', 'attireColour', 'tie'] as const).map((field) => ({
    field,
    why: 'generation.engines.studio.clothes' as const,
  })),
  ...(['glasses', 'hat', 'jewellery'] as const).map((field) => ({
    field,
    values: ['without'],
    why: `generation.engines.studio.${field}` as const,
  })),
];

/** It shows no more of a person than the selfie does, and no more pixels. */
const WISH_BOUNDS: readonly KeyedLimit[] = (['closer', 'wider'] as const).map((value) => ({
  field: 'framing',
  values: [value],
  why: `generation.engines.studio.${value}` as const,
}));

export const studioEngine: PictureEngine = {
  name: 'studio',
  capabilities: {
    qualities: ['standard', 'high', 'ultra'],
    aspects: ['1:1', '3:4', '4:5'],
    does: 'generation.engines.studio.does',
    limits: ['generation.engines.studio.limits'],
    wishLimits: WISH_LIMITS,
    wishBounds: WISH_BOUNDS,
    variations: 'generation.engines.studio.variations',
    finishesSelfie: true,
    references: { few: 1, most: 1 },
  },
  places: () => null,
  async draw(request) {
    const { recipe, preferences, aspect, shortSide, seed, generationId, signal, onProgress } = request;
    const [selfie] = request.references;
    if (!selfie) throw new EngineError('selfie', 'No selfie was given.');
    try {
      const drawn = await vision().drawPicture(
        {
          jpeg: selfie.jpeg,
          recipe: withWishes(recipe, wishesFor(preferences)),
          framing: preferences.framing ?? null,
          aspect,
          shortSide,
          seed,
          generationId,
        },
        { signal, timeoutMs: TIMEOUT, onProgress: ({ percent }) => onProgress(percent / 100) },
      );
      const { jpeg, width, height, embedding, composition, frame, shortOf } = drawn;
      return { jpeg, width, height, embedding, composition, frame, shortOf };
    } catch (error) {
      if (error instanceof VisionError) throw new EngineError(REASONS[error.code], error.message);
      throw error;
    }
  },
};

const REASONS: Record<VisionErrorCode, EngineFailure> = {
  unsupported_type: 'selfie',
  too_large: 'selfie',
  corrupt: 'selfie',
  no_face: 'selfie',
  frame_unusable: 'selfie',
  too_small: 'selfie',
  failed: 'selfie',
  crashed: 'outage',
  timeout: 'outage',
  memory: 'outage',
  aborted: 'stopped',
  closed: 'stopped',
};

/** Smaller and larger steps of one scale. */
function steps(value: string | undefined, less: string, more: string): number {
  if (!value) return 0;
  const size = value.startsWith('much-') ? 2 : 1;
  return value.endsWith(more) ? size : value.endsWith(less) ? -size : 0;
}

function wishesFor(preferences: Preferences): StudioWishes {
  const { backdrop = null, background, brightness, contrast, warmth } = preferences;
  return {
    backdrop,
    background: background === 'plain' || background === 'gradient' ? background : null,
    brightness: steps(brightness, 'darker', 'brighter'),
    contrast: steps(contrast, 'softer', 'stronger'),
    warmth: steps(warmth, 'cooler', 'warmer'),
  };
}
