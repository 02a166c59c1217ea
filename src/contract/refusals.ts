/** Which errors a route can answer: what follows from who may and what comes in, and what the contract adds. */
import type { ErrorCode } from '@/lib/errors';
import type { Contract } from './define';

/** What each code means, for people who read the reference. */
export const ERROR_WORDS: Record<ErrorCode, string> = {
  malformed: 'The request cannot be read: broken JSON, an unknown cursor, characters that are no text.',
  unauthenticated: 'No session and no key, or a key that is wrong, revoked or too old.',
  insufficient_credits: 'The pool or the wallet has too few credits. `details` says how many.',
  forbidden: 'The role or the scope of the key does not allow it, or the request came from another site.',
  not_found: 'It is not there, or it is not yours: the two look the same.',
  conflict: 'The state does not allow it, for example because somebody else was faster.',
  idempotency_mismatch: 'This `Idempotency-Key` was used before, with another body.',
  gone: 'The link was used, taken back or is too old.',
  too_large: 'The file or the body is too large.',
  unsupported_type: 'This kind of file is not taken, or a body is not `application/json`.',
  invalid: 'A field is wrong. `details.fields` has a message for each, by its path.',
  rate_limited: 'Too many requests. `Retry-After` says in how many seconds to try again.',
  internal: 'Something went wrong on our side. Nothing was charged.',
  unavailable: 'A service we need is away. Try again later with the same `Idempotency-Key`.',
};

export function refusalsOf(contract: Contract): ErrorCode[] {
  const { who, method, path, body, query, limit, idempotent, errors = [] } = contract;
  const codes = new Set<ErrorCode>(errors);
  if (who !== 'everyone') codes.add('unauthenticated').add('rate_limited');
  if (who !== 'everyone' || method !== 'GET') codes.add('forbidden');
  if (path.includes('{teamId}')) codes.add('not_found');
  if (path.includes('{')) codes.add('malformed');
  if (body || query) codes.add('invalid').add('malformed');
  if (body) codes.add('unsupported_type').add('too_large');
  if (limit) codes.add('rate_limited');
  if (idempotent) codes.add('malformed').add('idempotency_mismatch');
  return [...codes.add('internal')];
}
