/**
 * Limits by the address that is typed in, whoever sends it, and by network address: they hold for pages and for better-auth's own
 * HTTP endpoints alike. The vendor's own limits count requests to its endpoints only, and our forms do not go there.
 */
import { APIError } from 'better-auth/api';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { isAppError } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { consumeLimit, type LimitName } from './rate-limit';

const LIMIT_OF_PATH: Record<string, LimitName> = {
  '/sign-in/email': 'signIn',
  '/sign-in/social': 'signIn',
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
  await consume(db, limit, sha256Hex(email.trim().toLowerCase()));
}

/** Without a trusted proxy all visitors are one address, and the limit is as wide as that. Throws like `limitByEmail`. */
export async function limitByAddress(
  db: Db,
  path: string,
  headers: Headers | undefined,
  trustProxy = env().TRUST_PROXY,
): Promise<void> {
  const address = headers?.get('x-headcraft-ip');
  if (!address || !LIMIT_OF_PATH[path]) return;
  await consume(db, trustProxy ? 'address' : 'sharedAddress', `${path}:${address}`);
}

async function consume(db: Db, limit: LimitName, key: string): Promise<void> {
  try {
    await consumeLimit(db, limit, key);
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
