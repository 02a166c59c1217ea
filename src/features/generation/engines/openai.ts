/** OpenAI's image edit: draws a new picture of the person from several of their selfies. */
import { editImage } from '@/adapters/openai/edit-image';
import { env } from '@/env';
import { shrinkPhoto } from '@/vision/photo/shrink';
import { frameSize } from '@/vision/studio/composition';
import type {
  EngineCapabilities,
  EnginePicture,
  EngineReceipt,
  EngineRequest,
  PictureEngine,
} from '../engine';
import { editCost } from '../engine-costs';
import { finishAnswer } from './finish-answer';
import { showWaiting } from './show-waiting';
import { toEngineError } from './vendor-errors';

/** A high-quality picture takes 30–90 s there. Milliseconds. */
const TIMEOUT = 180_000;

const USUAL = 45_000;

/** Px of a reference's long side: the face is still larger than in the result. */
const REFERENCE_SIDE = 1536;

/** Sizes there are multiples of this. */
const STEP = 16;

const CAPABILITIES: EngineCapabilities = {
  qualities: ['standard'],
  aspects: ['1:1', '3:4', '4:5'],
  does: 'generation.engines.anew.does',
  limits: ['generation.engines.anew.limits'],
  wishLimits: [],
  wishBounds: [],
  variations: 'generation.engines.anew.variations',
  finishesSelfie: false,
  references: { few: 4, most: 6 },
};

export const openAiEngine = createOpenAiEngine();

/** `timeoutMs` of one call, so that a test need not wait for three minutes. */
export function createOpenAiEngine({ timeoutMs = TIMEOUT } = {}): PictureEngine {
  return {
    name: 'openai',
    capabilities: CAPABILITIES,
    places: () => env().OPENAI_CONCURRENCY,
    async draw(request) {
      const stopShowing = showWaiting(request.onProgress, USUAL);
      try {
        return await edit(request, timeoutMs);
      } catch (error) {
        throw toEngineError(error);
      } finally {
        stopShowing();
      }
    },
  };
}

async function edit(request: EngineRequest, timeoutMs: number): Promise<EnginePicture> {
  const { prompt, personKey, references, signal } = request;
  const size = stepped(frameSize(request.aspect, request.shortSide));
  const photos = await Promise.all(references.map(({ jpeg }) => shrinkPhoto(jpeg, REFERENCE_SIDE)));
  const answer = await editImage({
    ...size,
    prompt,
    references: photos,
    personKey,
    signal,
    timeoutMs,
  });
  const { model, vendorId, usage } = answer;
  const costMicros = editCost(size, photos.length, env().OPENAI_IMAGE_QUALITY);
  const receipt: EngineReceipt = { model, vendorId, usage, costMicros };
  return finishAnswer(answer.image, request, receipt);
}

/** Not smaller than what was promised: the rest is cropped. */
function stepped({ width, height }: { width: number; height: number }): { width: number; height: number } {
  return { width: Math.ceil(width / STEP) * STEP, height: Math.ceil(height / STEP) * STEP };
}
