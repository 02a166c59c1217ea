/** What an AI engine answered → a picture of ours. Decoded in the vision process, as everything that comes from outside. */
import { vision } from '@/adapters/vision/vision';
import { VisionError } from '@/vision/vision-error';
import {
  EngineError,
  type EngineFailure,
  type EnginePicture,
  type EngineReceipt,
  type EngineRequest,
} from '../engine';

/** Milliseconds; about two seconds on two free cores. */
const TIMEOUT = 120_000;

/** Throws `EngineError`: `unusable` for what is no picture of one person at the promised size. The receipt stays with it. */
export async function finishAnswer(
  image: Uint8Array,
  { aspect, shortSide, generationId, references, signal }: EngineRequest,
  receipt: EngineReceipt,
): Promise<EnginePicture> {
  try {
    const { faces, jpeg, width, height, embedding, dHash, composition, frame } = await vision().finishPicture(
      {
        image,
        beside: references[0]?.jpeg ?? null,
        aspect,
        shortSide,
        generationId,
        creatorTool: `headcraft with ${receipt.model}`,
      },
      { signal, timeoutMs: TIMEOUT },
    );
    if (faces > 1) throw new EngineError('unusable', `${faces} faces in the picture.`, { receipt });
    return { jpeg, width, height, embedding, dHash, composition, frame, receipt };
  } catch (error) {
    if (!(error instanceof VisionError)) throw error;
    throw new EngineError(reasonOf(error), error.message, { receipt });
  }
}

function reasonOf({ code }: VisionError): EngineFailure {
  if (code === 'aborted' || code === 'closed') return 'stopped';
  return code === 'crashed' || code === 'timeout' || code === 'memory' ? 'outage' : 'unusable';
}
