/** What the SDK throws, in our words. The vendor's messages may quote the request, so only its codes are kept. */
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { BodyTooLarge } from '../capped-fetch';
import { retryAfterMs, VendorFailure, type VendorFailureKind } from '../vendor-failure';

/** Codes of an answer that was withheld for what the request or the picture shows. */
const REFUSALS = [
  'moderation_blocked',
  'content_policy_violation',
  'safety_violation',
  'image_policy_violation',
];

/** Codes of a 429 that no waiting mends. */
const SPENT = ['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active'];

/** `ended`: it was us who ended the call. */
export function openAiFailure(error: unknown, ended: 'timeout' | 'stopped' | null): VendorFailure {
  if (error instanceof VendorFailure) return error;
  if (ended === 'stopped') return new VendorFailure('stopped', 'The call to OpenAI was given up.');
  if (ended === 'timeout' || error instanceof APIConnectionTimeoutError)
    return new VendorFailure('timeout', 'OpenAI took too long; it may have charged.');
  if (error instanceof APIConnectionError && !(error.cause instanceof BodyTooLarge))
    return new VendorFailure('outage', `No connection to OpenAI: ${causeOf(error)}.`);
  if (error instanceof APIError && !(error instanceof APIConnectionError)) {
    const code = error.code ?? error.type ?? 'no code';
    return new VendorFailure(kindOf(error, code), `OpenAI answered ${error.status}, ${code}.`, {
      retryAfterMs: retryAfterMs(error.headers?.get('retry-after')),
      vendorId: error.requestID ?? null,
    });
  }
  // An answer that cannot be read: too large, cut off, not JSON.
  return new VendorFailure('unusable', `OpenAI's answer cannot be read: ${causeOf(error)}.`);
}

function kindOf({ status }: APIError, code: string): VendorFailureKind {
  if (SPENT.includes(code)) return 'budget';
  if (status === 429) return 'busy';
  if (REFUSALS.includes(code)) return 'refused';
  if (status === undefined || status >= 500 || status === 408 || status === 409) return 'outage';
  return 'setup';
}

/** The name of what is beneath, e.g. `ECONNRESET`: enough for a log. */
function causeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    if (at.cause === undefined) return at.name;
  }
  return 'unknown';
}
