/** A model at Replicate: draws a new picture of the person from several of their selfies, while we wait for it to ring. */
import { callLimit } from '@/adapters/call-limit';
import { fetchOutput } from '@/adapters/replicate/fetch-output';
import { deleteFile, uploadFile } from '@/adapters/replicate/files';
import {
  cancelPrediction,
  createPrediction,
  getPrediction,
  type Prediction,
} from '@/adapters/replicate/predictions';
import { VendorFailure } from '@/adapters/vendor-failure';
import { env } from '@/env';
import { log } from '@/lib/log';
import { SECOND } from '@/lib/time';
import { shrinkPhoto } from '@/vision/photo/shrink';
import { frameSize } from '@/vision/studio/composition';
import type { EnginePicture, EngineRequest, PictureEngine } from '../engine';
import { finishAnswer } from './finish-answer';
import { MODEL_CARDS } from './replicate-models';
import { showWaiting } from './show-waiting';
import { toEngineError } from './vendor-errors';
import { type Waiting, waitForPrediction } from './wait-for-prediction';

const REFERENCE_SIDE = 1536;

/** For what is still tidied up when the call itself is over or given up. */
const LAST_WORD = 10 * SECOND;

const USUAL = 40 * SECOND;

export type ReplicateTimes = Waiting & { timeoutMs: number };

const TIMES: ReplicateTimes = { timeoutMs: 180 * SECOND, ringEveryMs: SECOND, readEveryMs: 5 * SECOND };

export const replicateEngine = createReplicateEngine();

/** Other `times`, so that a test need not wait for minutes. */
export function createReplicateEngine(times: ReplicateTimes = TIMES): PictureEngine {
  return {
    name: 'replicate',
    capabilities: {
      qualities: ['standard'],
      aspects: ['1:1', '3:4', '4:5'],
      does: 'generation.engines.anew.does',
      limits: ['generation.engines.anew.limits'],
      wishLimits: [],
      wishBounds: [],
      variations: 'generation.engines.anew.variations',
      finishesSelfie: false,
      references: { few: 4, most: 6 },
    },
    places: () => env().REPLICATE_CONCURRENCY,
    async draw(request) {
      const stopShowing = showWaiting(request.onProgress, USUAL);
      try {
        return await draw(request, times);
      } catch (error) {
        throw toEngineError(error);
      } finally {
        stopShowing();
      }
    },
  };
}

async function draw(request: EngineRequest, times: ReplicateTimes): Promise<EnginePicture> {
  const limit = callLimit(request.signal, times.timeoutMs);
  const files: string[] = [];
  try {
    const done = await predict(request, times, limit.signal, files);
    const image = await fetchOutput(done.output ?? '', limit.signal);
    const model = env().REPLICATE_MODEL;
    const size = frameSize(request.aspect, request.shortSide);
    const costMicros = MODEL_CARDS[model].costMicros(size, files.length);
    return await finishAnswer(image, request, { model, vendorId: done.id, usage: done.metrics, costMicros });
  } catch (error) {
    const ended = limit.ended();
    if (ended && error instanceof VendorFailure)
      throw new VendorFailure(ended, `The call to Replicate ended: ${ended}.`, error.details);
    throw error;
  } finally {
    await forgetFiles(request, files);
  }
}

async function predict(
  request: EngineRequest,
  times: ReplicateTimes,
  signal: AbortSignal,
  files: string[],
): Promise<Prediction> {
  const model = env().REPLICATE_MODEL;
  const images = await upload(request, MODEL_CARDS[model].mostReferences, signal, files);
  const size = frameSize(request.aspect, request.shortSide);
  const { prompt, aspect, seed } = request;
  const created = await createPrediction({
    model,
    input: MODEL_CARDS[model].input({ prompt, images, aspect, ...size, seed }),
    webhook: env().REPLICATE_WEBHOOK_SECRET ? `${env().appUrl}/api/webhooks/replicate` : null,
    deadlineSeconds: Math.ceil(times.timeoutMs / SECOND),
    signal,
  });
  await request.line.note({ vendorId: created.id });
  return judge(await awaited(created, request, times, signal));
}

/** One that we cannot wait for any more is cancelled there: the next call would be a second picture to pay. */
async function awaited(
  created: Prediction,
  { line }: EngineRequest,
  times: ReplicateTimes,
  signal: AbortSignal,
): Promise<Prediction> {
  try {
    return await waitForPrediction(created, () => getPrediction(created.id, signal), line, times, signal);
  } catch (error) {
    await giveUp(created.id);
    throw error;
  }
}

/** Each file is written down before the next: what a crash leaves at the vendor is deleted by the reaper. */
async function upload(
  { references, line }: EngineRequest,
  most: number,
  signal: AbortSignal,
  files: string[],
): Promise<string[]> {
  const urls: string[] = [];
  for (const [at, { jpeg }] of references.slice(0, most).entries()) {
    const { id, url } = await uploadFile(
      await shrinkPhoto(jpeg, REFERENCE_SIDE),
      `selfie-${at + 1}.jpg`,
      signal,
    );
    files.push(id);
    urls.push(url);
    await line.note({ vendorFiles: [...files] });
  }
  return urls;
}

/** Throws for every end but a picture. */
function judge(prediction: Prediction): Prediction {
  const { id: vendorId, status, error, output } = prediction;
  if (status === 'succeeded' && output) return prediction;
  if (status === 'succeeded') throw new VendorFailure('unusable', 'Replicate gave no picture.', { vendorId });
  if (status === 'ended') throw new VendorFailure('timeout', 'Replicate ended the prediction.', { vendorId });
  const refused = /sensitive|flagged|safety|moderat|policy|nsfw|E005/i.test(error);
  throw new VendorFailure(
    refused ? 'refused' : 'outage',
    `The prediction failed${refused ? ' its safety check' : ''}.`,
    {
      vendorId,
    },
  );
}

/** A picture nobody waits for need not be drawn. Its deadline ends it where this does not arrive. */
async function giveUp(id: string): Promise<void> {
  try {
    await cancelPrediction(id, AbortSignal.timeout(LAST_WORD));
  } catch (error) {
    log.warn({ err: error }, 'prediction not cancelled');
  }
}

/** What stays after a failure here is deleted by the reaper. */
async function forgetFiles({ line }: EngineRequest, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  try {
    for (const id of files) await deleteFile(id, AbortSignal.timeout(LAST_WORD));
    await line.note({ vendorFiles: null });
  } catch (error) {
    log.warn({ err: error }, 'files at the vendor not deleted yet');
  }
}
