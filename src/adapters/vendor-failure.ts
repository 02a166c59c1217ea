/** What can go wrong with a company that makes pictures for us, in words that do not depend on which company it is. */
export type VendorFailureKind =
  | 'refused'
  | 'busy'
  | 'outage'
  | 'timeout'
  | 'budget'
  | 'setup'
  | 'unusable'
  | 'stopped';

export class VendorFailure extends Error {
  constructor(
    readonly kind: VendorFailureKind,
    /** For logs: says nothing about a person and holds no key. */
    message: string,
    readonly details: { retryAfterMs?: number | undefined; vendorId?: string | null } = {},
  ) {
    super(message);
    this.name = 'VendorFailure';
  }
}

/** The milliseconds of a `Retry-After` header, in seconds or as a date; undefined without a usable one. */
export function retryAfterMs(header: string | null | undefined, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
