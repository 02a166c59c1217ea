import { env } from '@/env';

/** Of a cookie that carries something from the answer to a form to the page after it. `seconds`: how long. */
export function pageCookie(seconds: number) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().appUrl.startsWith('https://'),
    maxAge: seconds,
    path: '/',
  } as const;
}
