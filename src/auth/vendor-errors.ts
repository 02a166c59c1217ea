/** better-auth's errors in our words; its own texts never reach a page. */
import { APIError } from 'better-auth/api';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

const KNOWN: Record<string, () => AppError> = {
  INVALID_EMAIL_OR_PASSWORD: () => new AppError('unauthenticated', say('errors.account.wrong')),
  EMAIL_NOT_VERIFIED: () =>
    new AppError('forbidden', say('errors.account.unconfirmed'), {
      reason: 'email_not_verified',
    }),
  INVALID_PASSWORD: () => invalid('currentPassword', say('errors.account.notCurrent')),
  PASSWORD_TOO_SHORT: () => invalid('password', say('errors.password.short')),
  PASSWORD_TOO_LONG: () => invalid('password', say('errors.password.long')),
  INVALID_NAME: () => invalid('name', say('errors.name.vendor')),
  INVALID_EMAIL: () => invalid('email', say('errors.email.invalid')),
  INVALID_TOKEN: () => gone(),
  TOKEN_EXPIRED: () => gone(),
  USER_NOT_FOUND: () => gone(),
  INVALID_CODE: () => wrongCode(),
  INVALID_BACKUP_CODE: () => wrongCode(),
  CODE_USED: () => wrongCode(),
  INVALID_TWO_FACTOR_COOKIE: () => startAgain(),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => startAgain(),
  ACCOUNT_TEMPORARILY_LOCKED: () => new AppError('rate_limited', say('errors.twoStep.locked')),
  TOTP_ALREADY_ENABLED: () => new AppError('conflict', say('errors.twoStep.on')),
  SESSION_NOT_FRESH: () => signInAgain(),
  PASSWORD_ALREADY_SET: () => new AppError('conflict', say('errors.account.hasPassword')),
};

/** An `AppError` for what better-auth refused; anything else comes back unchanged. */
export function fromAuthError(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  const code = typeof error.body?.code === 'string' ? error.body.code : '';
  if (error.statusCode === 429 && !KNOWN[code]) {
    const message = typeof error.body?.message === 'string' ? error.body.message : say('errors.tooManyPlain');
    return new AppError('rate_limited', message);
  }
  return (
    KNOWN[code]?.() ??
    (error.statusCode === 401 ? new AppError('unauthenticated', say('errors.signIn')) : error)
  );
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: { [field]: message } });
}

function gone(): AppError {
  return new AppError('gone', say('errors.linkGone'));
}

function wrongCode(): AppError {
  return invalid('code', say('errors.twoStep.code'));
}

function startAgain(): AppError {
  return new AppError('unauthenticated', say('errors.account.startAgain'), {
    reason: 'start_again',
  });
}

/** For what may be changed only soon after signing in. */
export function signInAgain(): AppError {
  return new AppError('forbidden', say('errors.account.signInAgain'), {
    reason: 'sign_in_again',
  });
}
