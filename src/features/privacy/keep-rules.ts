/** How long pictures are kept: pure, so that pages, the mails and the job say the same. Source: spec 05, "Retention". */
import { DAY, plus } from '@/lib/time';

/** Days between the warning and the deletion, at least. */
export const NOTICE_DAYS = 7;

/** Days after the last upload that selfies are kept, unless a team chose otherwise: what public pages promise. */
export const SELFIE_DAYS = 7;

export type Kept = {
  /** When the pictures were there. */
  finishedAt: Date;
  /** When their person was told that they go. */
  warnedAt: Date | null;
};

/** When the pictures are deleted; null: kept as long as wanted. Never sooner after the warning than `NOTICE_DAYS`. */
export function keptUntil(
  { finishedAt, warnedAt }: Kept,
  pictureDays: number | null,
  now: Date,
): Date | null {
  if (pictureDays === null) return null;
  const byAge = plus(finishedAt, pictureDays * DAY);
  const byNotice = plus(warnedAt ?? now, NOTICE_DAYS * DAY);
  return byAge > byNotice ? byAge : byNotice;
}

/** What was finished before this is announced now. A whole day (UTC) at once, so that a busy person gets one mail and not ten. */
export function announceBefore(pictureDays: number, now: Date): Date {
  const tomorrow = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return plus(new Date(tomorrow), (NOTICE_DAYS - pictureDays) * DAY);
}
