/** When periods of a subscription begin and end, counted from its anchor so that a 31st comes back after February. */
import type { Recurring } from './objects/catalog';

const SECONDS = { day: 86_400, week: 7 * 86_400 } as const;

/** The end of the period that begins at `start` (seconds). */
export function periodEnd(anchor: number, start: number, every: Recurring): number {
  for (let count = 1; ; count += 1) {
    const end = addPeriods(anchor, every, count);
    if (end > start) return end;
  }
}

function addPeriods(anchor: number, { interval, interval_count }: Recurring, count: number): number {
  const steps = interval_count * count;
  if (interval === 'day' || interval === 'week') return anchor + SECONDS[interval] * steps;
  const from = new Date(anchor * 1000);
  const months = interval === 'year' ? 12 * steps : steps;
  const day = from.getUTCDate();
  const moved = new Date(from);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return Math.floor(moved.getTime() / 1000);
}
