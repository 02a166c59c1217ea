/**
 * Request id, client address and security headers for every request. Never the authorization: pages and routes decide that
 * themselves. Next finds this file through `src/proxy.ts`, which re-exports it: with a `src/app` folder a
 * top-level middleware alone is only found by some builds.
 *
 * Photo uploads do not pass through: what passes is held in memory first and cut at 10 MB. `next.config.ts` gives their
 * answers the headers.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { uploadSource } from './src/lib/upload-source';
import {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGE_COOKIE,
  LANGUAGE_COOKIE_OPTIONS,
  LANGUAGE_HEADER,
  type Language,
} from './src/texts/languages';

export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|api/teams/[^/]+/uploads$|api/phone/photos$).*)'],
  runtime: 'nodejs',
};

export function middleware(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-request-id', crypto.randomUUID());
  headers.set('x-headcraft-ip', clientAddress(request));
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = answerIn(addressedLanguage(request), request, headers);
  response.headers.set('x-request-id', headers.get('x-request-id') ?? '');
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  // The link for a phone, that of a shared picture and that of a receipt carry their secret in the path.
  const secretPath = /^\/(phone|shared|deleted)(\/|$)/.test(request.nextUrl.pathname);
  response.headers.set('Referrer-Policy', secretPath ? 'no-referrer' : 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  // The camera stays allowed for ourselves: phones take selfies on the upload page.
  response.headers.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=(self)');
  if (process.env.APP_URL?.startsWith('https://')) {
    response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
  return response;
}

/** `/de/pricing` is `/pricing` in German, and German from then on; `/en/pricing` leads to `/pricing`, English from then on. */
function addressedLanguage({ nextUrl }: NextRequest): { language: Language; path: string } | null {
  const [, first, ...rest] = nextUrl.pathname.split('/');
  return isLanguage(first) ? { language: first, path: `/${rest.join('/')}` } : null;
}

function answerIn(
  addressed: { language: Language; path: string } | null,
  request: NextRequest,
  headers: Headers,
): NextResponse {
  if (!addressed) return NextResponse.next({ request: { headers } });
  const { language, path } = addressed;
  headers.set(LANGUAGE_HEADER, language);
  const url = request.nextUrl.clone();
  url.pathname = path;
  const response =
    language === DEFAULT_LANGUAGE
      ? NextResponse.redirect(url)
      : NextResponse.rewrite(url, { request: { headers } });
  response.cookies.set(LANGUAGE_COOKIE, language, LANGUAGE_COOKIE_OPTIONS);
  return response;
}

/** Behind a trusted proxy the entry it appended, the last one; a header from an untrusted client counts for nothing. */
function clientAddress(request: NextRequest): string {
  if (process.env.TRUST_PROXY !== '1' && process.env.TRUST_PROXY !== 'true') return 'direct';
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}

/** A Stripe stand-in has its hosted page on its own origin. */
function localPayments(): string {
  const origin = originOf(process.env.STRIPE_API_BASE);
  return origin ? ` ${origin}` : '';
}

/** Where a form may lead: browsers hold the answer's redirect against this, too. The sign-in services only where their keys are set. */
function formTargets(): string {
  const { GOOGLE_CLIENT_ID, GOOGLE_BASE_URL, MICROSOFT_CLIENT_ID, MICROSOFT_BASE_URL } = process.env;
  const targets = ["'self'", `https://checkout.stripe.com${localPayments()}`];
  if (GOOGLE_CLIENT_ID) targets.push(originOf(GOOGLE_BASE_URL) ?? 'https://accounts.google.com');
  // Private accounts are sent on to another host.
  if (MICROSOFT_CLIENT_ID)
    targets.push(originOf(MICROSOFT_BASE_URL) ?? 'https://login.microsoftonline.com https://login.live.com');
  return targets.join(' ');
}

function originOf(url: string | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // React writes style attributes; the style sheets themselves come from this origin.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    // Not by the rule for scripts: its `strict-dynamic` leaves out what a page registers by address.
    "worker-src 'self'",
    `connect-src ${["'self'", uploadSource(process.env)].filter(Boolean).join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${formTargets()}`,
    "frame-ancestors 'none'",
  ].join('; ');
}
