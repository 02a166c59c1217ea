/** Whom to tell of a weakness (RFC 9116). */
import { env } from '@/env';
import { securityText } from '@/lib/security-text';
import { systemClock } from '@/lib/time';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  const { appUrl, securityContact } = env();
  return new Response(securityText({ appUrl, contact: securityContact, now: systemClock() }), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
}
