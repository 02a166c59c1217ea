/**
 * The second step of signing in: a code from an authenticator app. The vendor asks for it after a password only; here a link from
 * the mailbox and another service's word need it too, or whoever has that mailbox or that account would get around it. A passkey is both steps at once (`passkeys.ts`).
 */
import type { GenericEndpointContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Db } from '@/db/types';
import { isAppError } from '@/lib/errors';
import { sha256Hex } from '@/lib/hash';
import { say } from '@/texts/current-texts';
import { consumeLimit } from './rate-limit';

const SIGN_IN_PATHS = new Set(['/sign-in/email', '/magic-link/verify', '/verify-email', '/callback/:id']);
const CHALLENGE_COOKIE = 'two_factor';

const DAY_SECONDS = 24 * 60 * 60;

export function secondStep() {
  const plugin = twoFactor({
    issuer: 'headcraft',
    allowPasswordless: true,
    trustDeviceMaxAge: 30 * DAY_SECONDS,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
  });
  const [challenge] = plugin.hooks.after;
  if (!challenge) throw new Error('better-auth asks for no code.');
  return {
    ...plugin,
    hooks: {
      after: [
        {
          matcher: ({ path }: { path?: string }) => SIGN_IN_PATHS.has(path ?? ''),
          handler: challenge.handler,
        },
      ],
    },
  };
}

/** A code works once, as RFC 6238 asks (5.2): who looks over a shoulder cannot use it again. Throws better-auth's own error. */
export async function spendCode(db: Db, context: GenericEndpointContext): Promise<void> {
  if (context.path !== '/two-factor/verify-totp') return;
  const { internalAdapter, createAuthCookie, secret } = context.context;
  const challenge = await context.getSignedCookie(createAuthCookie(CHALLENGE_COOKIE).name, secret);
  const waiting = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
  const { code } = context.body as { code?: unknown };
  if (!waiting || typeof code !== 'string') return;
  if (!(await isFirstUse(db, waiting.value, code)))
    throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: say('errors.twoStep.used') });
}

/** Whether nobody gave this person's code in the last minutes. From now on somebody did. */
export async function isFirstUse(db: Db, userId: string, code: string): Promise<boolean> {
  try {
    await consumeLimit(db, 'codeOnce', sha256Hex(`${userId}:${code}`));
    return true;
  } catch (error) {
    if (!isAppError(error, 'rate_limited')) throw error;
    return false;
  }
}

/** Whether this browser gave a right password, or opened a link, and now owes a code. */
export function owesCode(headers: Headers): boolean {
  return new RegExp(`\\.${CHALLENGE_COOKIE}=[^;]`).test(headers.get('cookie') ?? '');
}

/** better-auth's answer when the first step was right and a code is still owed. */
export function asksForCode(answer: object): boolean {
  return 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true;
}
