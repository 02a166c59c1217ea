import { env } from '@/env';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page sends with our cookie. Browsers send `Origin` with such writes, and where something on the
 * way took it out, most still say in `Sec-Fetch-Site` where they come from. A client without either (a script, the demo) carries no
 * ambient cookie, so there is nothing to forge.
 */
export function requireSameOrigin(request: Request): void {
  if (SAFE.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin === null && ownOrNone(request.headers.get('sec-fetch-site'))) return;
  const allowed = [env().appUrl];
  const host = request.headers.get('host');
  if (env().embedded && host) allowed.push(`http://${host}`);
  if (origin === null || !allowed.includes(origin)) throw new AppError('forbidden', say('errors.otherSite'));
}

function ownOrNone(site: string | null): boolean {
  return site === null || site === 'same-origin' || site === 'none';
}
