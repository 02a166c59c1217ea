const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: `value` when it is a path of this site, else `fallback`. Addresses with a host, in any
 * spelling a browser accepts (`//evil`, `/\evil`, `/%09/evil`), are not paths of this site.
 */
export function returnPath(value: unknown, fallback = '/teams'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 500) return fallback;
  if (/[\\\p{Cc}]/u.test(value) || value.startsWith('//')) return fallback;
  if (!URL.canParse(value, HERE)) return fallback;
  const url = new URL(value, HERE);
  return url.origin === HERE && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback;
}

/** `path` of a page that leads on to `next`; where everybody is led to anyway, the address stays short. */
export function withNext(path: string, next: string): string {
  const sign = path.includes('?') ? '&' : '?';
  return next === '/teams' ? path : `${path}${sign}next=${encodeURIComponent(next)}`;
}
