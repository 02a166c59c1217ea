/**
 * Limits by the address that is typed in, whoever sends it: they hold for pages and for better-auth's own HTTP endpoints alike,
 * and where no proxy tells visitors apart.
 */
import { APIError } from 'better-auth/api';
import type { Db } from '@/db/types';
import { isAppError } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { consumeLimit, type LimitName } from './rate-limit';

const LIMIT_OF_PATH: Record<string, LimitName> = {
  '/sign-in/email': 'signIn',
  '/sign-up/email': 'accountMail',
  '/sign-in/magic-link': 'accountMail',
  '/request-password-reset': 'accountMail',
  '/send-verification-email': 'accountMail',
};

/** Throws better-auth's own error (429), because it runs inside better-auth. */
export async function limitByEmail(db: Db, path: string, body: unknown): Promise<void> {
  const limit = LIMIT_OF_PATH[path];
  const email = (body as { email?: unknown } | undefined)?.email;
  if (!limit || typeof email !== 'string') return;
  try {
    await consumeLimit(db, limit, sha256Hex(email.trim().toLowerCase()));
  } catch (error) {
    if (!isAppError(error, 'rate_limited')) throw error;
    const seconds = String(error.details?.retryAfterSeconds ?? 60);
    throw new APIError(
      'TOO_MANY_REQUESTS',
      { code: 'RATE_LIMITED', message: error.message },
      { 'Retry-After': seconds },
    );
  }
}
