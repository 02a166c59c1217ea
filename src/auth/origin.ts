import { env } from '@/env';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page sends with our cookie. Browsers always send `Origin` with such writes; a client without
 * one (a script, the demo) carries no ambient cookie, so there is nothing to forge.
 */
export function requireSameOrigin(request: Request): void {
  if (SAFE.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin === null) return;
  const allowed = [env().appUrl];
  const host = request.headers.get('host');
  if (env().embedded && host) allowed.push(`http://${host}`);
  if (!allowed.includes(origin)) throw new AppError('forbidden', say('errors.otherSite'));
}
