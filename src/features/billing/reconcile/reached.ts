/** Until when everything is compared without a gap and without a difference, and where the next comparison begins. */
import { isNotNull, max, min } from 'drizzle-orm';
import { reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { DAY, HOUR, plus } from '@/lib/time';

/** What is new at Stripe may be listed late, and our clocks differ. */
const OVERLAP = 2 * HOUR;
/** Stripe keeps events for 30 days: nothing older can be caught up on. */
export const LONGEST = 30 * DAY;

type Run = { from: Date; to: Date; clean: boolean };

/** Null before the first comparison that read everything. */
export async function findReached(db: Db): Promise<Date | null> {
  const [row] = await db.select({ at: max(reconciliation.reachedAt) }).from(reconciliation);
  return row?.at ?? null;
}

/** Whether everything in a span of time was compared with Stripe and agreed. */
export async function isCompared(db: Db, from: Date, to: Date): Promise<boolean> {
  const [row] = await db
    .select({ first: min(reconciliation.fromAt), reached: max(reconciliation.reachedAt) })
    .from(reconciliation)
    .where(isNotNull(reconciliation.reachedAt));
  if (!row?.first || !row.reached) return false;
  return row.first <= from && row.reached >= to;
}

/** Pure: a run moves the mark when it found no difference and left no gap behind it. */
export function reachedBy({ from, to, clean }: Run, before: Date | null): Date | null {
  const whole = from <= plus(to, -LONGEST);
  const joins = whole || (before !== null && from <= before);
  if (!clean || !joins) return before;
  return before === null || to > before ? to : before;
}

/** Where the next comparison begins: at the mark less the overlap, at most 30 days ago. What differs is read again. */
export async function startOf(db: Db, now: Date): Promise<Date> {
  const reached = await findReached(db);
  const earliest = plus(now, -LONGEST);
  if (reached === null) return earliest;
  const from = plus(reached, -OVERLAP);
  return from < earliest ? earliest : from;
}
