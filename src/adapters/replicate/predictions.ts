/** Predictions at Replicate. Creating one is asked exactly once: a second request would be a second picture to pay. */
import { z } from 'zod';
import { VendorFailure } from '../vendor-failure';
import { callReplicate } from './client';

const predictionAnswer = z.object({
  id: z.string().min(1),
  status: z.string(),
  output: z.unknown(),
  error: z.unknown(),
  metrics: z.record(z.string(), z.unknown()).nullish(),
});

export type Prediction = {
  id: string;
  status: 'running' | 'succeeded' | 'failed' | 'ended';
  /** The picture's address. */
  output: string | null;
  /** Why it failed, in the vendor's words. */
  error: string;
  metrics: Record<string, unknown> | null;
};

export type NewPrediction = {
  /** `owner/name`. */
  model: string;
  input: Record<string, unknown>;
  /** Where it rings when it is done; null: nowhere. */
  webhook: string | null;
  /** Ends by itself after so many seconds. */
  deadlineSeconds: number;
  signal: AbortSignal;
};

export async function createPrediction(wanted: NewPrediction): Promise<Prediction> {
  const { model, input, webhook, deadlineSeconds, signal } = wanted;
  return read(
    await callReplicate({
      method: 'POST',
      path: `/models/${model}/predictions`,
      body: { input, ...(webhook ? { webhook, webhook_events_filter: ['completed'] } : {}) },
      headers: { 'cancel-after': `${deadlineSeconds}s` },
      signal,
    }),
  );
}

export async function getPrediction(id: string, signal: AbortSignal): Promise<Prediction> {
  return read(await callReplicate({ method: 'GET', path: `/predictions/${encodeURIComponent(id)}`, signal }));
}

export async function cancelPrediction(id: string, signal: AbortSignal): Promise<void> {
  await callReplicate({ method: 'POST', path: `/predictions/${encodeURIComponent(id)}/cancel`, signal });
}

function read(answer: unknown): Prediction {
  const parsed = predictionAnswer.safeParse(answer);
  if (!parsed.success) throw new VendorFailure('unusable', 'Replicate answered no prediction.');
  const { id, status, output, error, metrics } = parsed.data;
  const first: unknown = Array.isArray(output) ? output[0] : output;
  return {
    id,
    status: statusOf(status),
    output: typeof first === 'string' ? first : null,
    error: typeof error === 'string' ? error : '',
    metrics: metrics ?? null,
  };
}

/** `canceled` and `aborted` are ends, too: by the deadline, or by somebody at the vendor. */
function statusOf(status: string): Prediction['status'] {
  if (status === 'succeeded' || status === 'failed') return status;
  return status === 'canceled' || status === 'aborted' ? 'ended' : 'running';
}
