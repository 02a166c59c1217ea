/** better-auth's errors in our words; its own texts never reach a page. */
import { APIError } from 'better-auth/api';
import { AppError } from '@/lib/errors';

const KNOWN: Record<string, () => AppError> = {
  INVALID_EMAIL_OR_PASSWORD: () => new AppError('unauthenticated', 'E-mail or password is wrong.'),
  EMAIL_NOT_VERIFIED: () =>
    new AppError('forbidden', 'Confirm your e-mail first. We sent you a new link.', {
      reason: 'email_not_verified',
    }),
  INVALID_PASSWORD: () => invalid('currentPassword', 'This is not your current password.'),
  PASSWORD_TOO_SHORT: () => invalid('password', 'Use at least 10 characters.'),
  PASSWORD_TOO_LONG: () => invalid('password', 'Use at most 128 characters.'),
  INVALID_NAME: () => invalid('name', 'Use letters, spaces and hyphens, at most 80.'),
  INVALID_EMAIL: () => invalid('email', 'This is not an e-mail address.'),
  INVALID_TOKEN: () => gone(),
  TOKEN_EXPIRED: () => gone(),
  USER_NOT_FOUND: () => gone(),
  INVALID_CODE: () => wrongCode(),
  INVALID_BACKUP_CODE: () => wrongCode(),
  CODE_USED: () => wrongCode(),
  INVALID_TWO_FACTOR_COOKIE: () => startAgain(),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => startAgain(),
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new AppError('rate_limited', 'Too many wrong codes. Signing in with a code rests for 15 minutes.'),
  TOTP_ALREADY_ENABLED: () => new AppError('conflict', 'Two-step sign-in is on already.'),
  SESSION_NOT_FRESH: () => signInAgain(),
  PASSWORD_ALREADY_SET: () => new AppError('conflict', 'You have a password already. Change it instead.'),
};

/** An `AppError` for what better-auth refused; anything else comes back unchanged. */
export function fromAuthError(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  const code = typeof error.body?.code === 'string' ? error.body.code : '';
  if (error.statusCode === 429 && !KNOWN[code]) {
    const message = typeof error.body?.message === 'string' ? error.body.message : 'Too many requests.';
    return new AppError('rate_limited', message);
  }
  return (
    KNOWN[code]?.() ?? (error.statusCode === 401 ? new AppError('unauthenticated', 'Sign in first.') : error)
  );
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: { [field]: message } });
}

function gone(): AppError {
  return new AppError('gone', 'This link was used already or is too old.');
}

function wrongCode(): AppError {
  return invalid('code', 'This code is wrong or was used already. Wait for the next one.');
}

function startAgain(): AppError {
  return new AppError('unauthenticated', 'This took too long or too many tries. Sign in again.', {
    reason: 'start_again',
  });
}

/** For what may be changed only soon after signing in. */
export function signInAgain(): AppError {
  return new AppError('forbidden', 'You signed in more than a day ago. Sign in again, then change this.', {
    reason: 'sign_in_again',
  });
}
