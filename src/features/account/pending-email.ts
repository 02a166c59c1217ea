import { env } from '@/env';

/** Carries the address from the sign-up form to "check your mail", so that it never stands in an address bar. */
export const PENDING_EMAIL_COOKIE = 'headcraft_pending_email';

const HOUR_SECONDS = 60 * 60;

export function pendingEmailOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https://'),
    maxAge: HOUR_SECONDS,
    path: '/',
  } as const;
}
