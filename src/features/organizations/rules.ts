/** Pure decisions about teams and invitations. */
import { DAY, plus } from '@/lib/time';

export const FREE_CREDITS = 3;
export const INVITATION_DAYS = 7;

const MAX_SLUG = 40;

/** "Müller & Söhne" → "muller-sohne"; names without a Latin letter or digit get "team". */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug || 'team';
}

export function invitationExpiry(now: Date): Date {
  return plus(now, INVITATION_DAYS * DAY);
}

/** Addresses out of pasted text: lines, commas, semicolons, `Name <address>`. Order kept, empty ones dropped. */
export function splitEmails(pasted: string): string[] {
  return pasted
    .split(/[\n,;]+/)
    .flatMap((part) => /<([^<>]+)>/.exec(part)?.[1] ?? part.trim().split(/\s+/))
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
}
