import { NextResponse } from 'next/server';
import { DOOR_NOTE_COOKIE, DOOR_NOTE_SECONDS, writeDoorNote } from '@/features/account/door-note-rules';
import { signInInput } from '@/features/account/input';
import { PENDING_EMAIL_COOKIE, PENDING_EMAIL_SECONDS } from '@/features/account/pending-email';
import { returnPath, withNext } from '@/lib/return-path';
import { sessionCookies } from '@/lib/session-cookies';
import { runForm } from './form';
import { auth } from './instance';
import { pageCookie } from './page-cookie';
import { asksForCode } from './second-step';
import { seeOther } from './see-other';
import { findSession } from './session';

/**
 * Signs in with the fields `email` and `password` and leads on to `next`, a path of ours, by way of the code where one is set up. What was
 * wrong leads back to the sign-in page, which says it; the same for an address without an account as for a wrong password.
 */
export async function signIn(headers: Headers, form: FormData): Promise<Response> {
  const next = returnPath(form.get('next'));
  const outcome = await runForm(form, signInInput, async (input) => {
    const { api } = await auth();
    const body = { ...input, callbackURL: next };
    const { response, headers: answered } = await api.signInEmail({ body, headers, returnHeaders: true });
    return { asksForCode: asksForCode(response), cookies: answered.getSetCookie() };
  });
  if (outcome.ok) {
    const { asksForCode, cookies } = outcome.value;
    return seeOther(asksForCode ? withNext('/sign-in/code', next) : next, cookies);
  }
  if (outcome.reason === 'email_not_verified') {
    const email = outcome.state.values?.email ?? '';
    return carrying(withNext('/verify-email', next), PENDING_EMAIL_COOKIE, email, PENDING_EMAIL_SECONDS);
  }
  const note = writeDoorNote(outcome.state);
  return carrying(withNext('/sign-in', next), DOOR_NOTE_COOKIE, note, DOOR_NOTE_SECONDS);
}

/**
 * Where a browser with a session's cookie goes that opens the sign-in page: on to `next` while the session counts, else back to the page
 * without such a cookie, whatever address and time it comes from. `asked`: the page's own query.
 */
export async function passDoor(headers: Headers, asked: URLSearchParams): Promise<Response> {
  const next = returnPath(asked.get('next'));
  if (await findSession(headers)) return seeOther(next);
  const done = asked.get('done');
  const door = done === null ? '/sign-in' : `/sign-in?done=${encodeURIComponent(done)}`;
  return seeOther(withNext(door, next), sessionCookies(cookieNames(headers)).map(expired));
}

function cookieNames(headers: Headers): string[] {
  const cookies = headers.get('cookie')?.split(';') ?? [];
  return cookies.map((cookie) => cookie.split('=', 1)[0]?.trim() ?? '');
}

function expired(name: string): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith('__Secure-') ? '; Secure' : ''}`;
}

function carrying(path: string, cookie: string, value: string, seconds: number): Response {
  const response = new NextResponse(null, seeOther(path));
  response.cookies.set(cookie, value, pageCookie(seconds));
  return response;
}
