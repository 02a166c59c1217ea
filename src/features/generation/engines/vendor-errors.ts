import { VendorFailure } from '@/adapters/vendor-failure';
import { EngineError } from '../engine';

/** A vendor's failure as the port says it; anything else stays what it is. */
export function toEngineError(error: unknown): unknown {
  if (!(error instanceof VendorFailure)) return error;
  const { kind, message, details } = error;
  return new EngineError(kind, message, { retryAfterMs: details.retryAfterMs });
}
