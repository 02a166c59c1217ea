/** The embedded engine: a studio finish of one selfie, in the vision process, on this machine. */
import { vision } from '@/adapters/vision/vision';
import type { VisionErrorCode } from '@/vision/types';
import { VisionError } from '@/vision/vision-error';
import { EngineError, type EngineFailure, type PictureEngine } from '../engine';

/** Measured 4–7 s on two free cores with a cold process. Far above even on a crowded machine, it hangs. Milliseconds. */
const TIMEOUT = 180_000;

export const studioEngine: PictureEngine = {
  name: 'studio',
  capabilities: {
    qualities: ['standard'],
    aspects: ['1:1', '3:4', '4:5'],
    limits: ['It finishes your own photo: clothes, hats, glasses and expression stay as they are.'],
    variations: 'Each from another good selfie or with other light.',
    finishesSelfie: true,
    references: { few: 1, most: 1 },
  },
  places: () => null,
  async draw({ references: [selfie], recipe, aspect, shortSide, seed, generationId, signal, onProgress }) {
    if (!selfie) throw new EngineError('selfie', 'No selfie was given.');
    try {
      const drawn = await vision().drawPicture(
        { jpeg: selfie.jpeg, recipe, aspect, shortSide, seed, generationId },
        { signal, timeoutMs: TIMEOUT, onProgress: ({ percent }) => onProgress(percent / 100) },
      );
      const { jpeg, width, height, embedding, composition, frame } = drawn;
      return { jpeg, width, height, embedding, composition, frame };
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
