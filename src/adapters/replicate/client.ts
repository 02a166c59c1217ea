/**
 * Replicate over plain `fetch`. Its own client repeats calls that create a prediction, posts itself with its token as an input, and
 * waits for ever on some states; each of these costs money or leaks a key.
 */
import { env } from '@/env';
import { BodyTooLarge, cappedFetch } from '../capped-fetch';
import { retryAfterMs, VendorFailure, type VendorFailureKind } from '../vendor-failure';

const LARGEST_ANSWER = 2 * 1024 ** 2;

export type ReplicateCall = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Under `/v1`. */
  path: string;
  body?: FormData | object;
  headers?: Record<string, string>;
  signal: AbortSignal;
};

export function replicateBase(): string {
  return (env().REPLICATE_BASE_URL ?? 'https://api.replicate.com/v1').replace(/\/$/, '');
}

/** Asks once. Null for an empty answer. Throws `VendorFailure`. */
export async function callReplicate(call: ReplicateCall): Promise<unknown> {
  const { method, path, body, signal } = call;
  const token = env().REPLICATE_API_TOKEN;
  if (!token) throw new VendorFailure('setup', 'REPLICATE_API_TOKEN is not set.');
  try {
    const response = await cappedFetch(LARGEST_ANSWER, signal)(`${replicateBase()}${path}`, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
        ...call.headers,
      },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw answered(response);
    return text ? JSON.parse(text) : null;
  } catch (error) {
    throw toFailure(error);
  }
}

/** What `fetch` and reading an answer throw, in our words; for the caller to say when it was its own signal. */
export function toFailure(error: unknown): VendorFailure {
  if (error instanceof VendorFailure) return error;
  if (error instanceof SyntaxError || error instanceof BodyTooLarge)
    return new VendorFailure('unusable', `Replicate's answer cannot be read: ${error.name}.`);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.name : 'network';
  return new VendorFailure('outage', `No connection to Replicate: ${cause}.`);
}

function answered({ status, headers }: Response): VendorFailure {
  return new VendorFailure(kindOf(status), `Replicate answered ${status}.`, {
    retryAfterMs: retryAfterMs(headers.get('retry-after')),
  });
}

function kindOf(status: number): VendorFailureKind {
  if (status === 402) return 'budget';
  if (status === 429) return 'busy';
  return status >= 500 || status === 408 || status === 409 ? 'outage' : 'setup';
}
