/** What a secret looks like and when a key counts. */
import type { Scope } from '@/lib/scopes';
import { DAY } from '@/lib/time';

/** A secret says whose it is before anybody looks it up, and scanners of public code know it by these. */
export const PREFIX = { organization: 'hc_live_', person: 'hc_me_' } as const;

/** More than anybody needs at once; a script that makes keys without end stops here. */
export const MOST_KEYS = 25;

export type KeyState = 'live' | 'expired' | 'revoked';

export type KeyView = {
  id: string;
  name: string;
  /** The first characters of the secret. */
  start: string;
  scopes: Scope[];
  state: KeyState;
  /** ISO 8601, UTC. */
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
  madeBy: string | null;
};

export function stateOf(key: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): KeyState {
  if (key.revokedAt) return 'revoked';
  return key.expiresAt && key.expiresAt <= now ? 'expired' : 'live';
}

export function expiryAfter(days: number | null, now: Date): Date | null {
  return days === null ? null : new Date(now.getTime() + days * DAY);
}

/** Enough to recognise a secret by, far too little to use it. */
export function startOf(secret: string, prefix: string): string {
  return secret.slice(0, prefix.length + 4);
}
