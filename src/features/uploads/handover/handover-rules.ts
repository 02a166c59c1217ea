/** How long a hand-over lives. Pure. */
import { MINUTE, plus } from '@/lib/time';

/** A link that nobody opened. */
export const LINK_LIFETIME = 10 * MINUTE;
/** A phone from which nothing comes. */
export const IDLE_LIFETIME = 10 * MINUTE;
/** A phone, however busy. */
export const LONGEST_LIFETIME = 60 * MINUTE;

type Lifetimes = { openedAt: Date | null; expiresAt: Date; endedAt: Date | null };

export type HandoverState = 'waiting' | 'open' | 'ended';

export function stateOf({ openedAt, expiresAt, endedAt }: Lifetimes, now: Date): HandoverState {
  if (endedAt || expiresAt <= now) return 'ended';
  return openedAt ? 'open' : 'waiting';
}

/** When a phone that was just heard of is given up. */
export function nextEnd(openedAt: Date, now: Date): Date {
  const idle = plus(now, IDLE_LIFETIME);
  const longest = plus(openedAt, LONGEST_LIFETIME);
  return idle < longest ? idle : longest;
}
