import { say } from '@/texts/current-texts';
import type { Messages } from '@/texts/messages/english';

/**
 * The one error class. A verb throws it; `auth/http-errors.ts` maps the code to an HTTP status and the
 * API's error shape, and forms show the message. Messages are written for the person who reads them, in
 * their language: `say('credits.refused.debt')`.
 */
export const ERROR_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  insufficient_credits: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  idempotency_mismatch: 409,
  gone: 410,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Field path → message, for `invalid` errors. */
export type FieldErrors = Record<string, string>;

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Shown to the caller as `error.details`; never put secrets or other people's data here. */
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'AppError';
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

export type MissingThing = keyof Messages['errors']['notFound'];

/** The answer for what is not there *or not yours*: the two are never told apart. */
export function notFound(what: MissingThing): AppError {
  return new AppError('not_found', say(`errors.notFound.${what}`));
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
