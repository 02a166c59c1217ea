import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import { reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { env } from '@/env';
import { DAY, plus } from '@/lib/time';
import { tellStaff } from './tell-staff';

/** A difference that was away for longer is told again. */
const REMEMBERED = DAY;
const LINES = 50;

/**
 * Mails staff the differences of the newest comparison that are new: not in any of the last day that they were told of. Answers how
 * many. Without an address nothing counts as told.
 */
export async function tellDifferences(db: Db, now: Date): Promise<number> {
  if (env().STAFF_EMAILS.length === 0) return 0;
  return db.transaction(async (transaction) => {
    const inside = transaction as Db;
    const [newest] = await inside
      .select()
      .from(reconciliation)
      .orderBy(desc(reconciliation.createdAt), desc(reconciliation.id))
      .limit(1)
      .for('update');
    if (!newest || newest.toldAt) return 0;
    const known = await findTold(inside, now);
    const fresh = newest.differences.filter((line) => !known.has(line));
    await inside
      .update(reconciliation)
      .set({ toldAt: now })
      .where(and(eq(reconciliation.id, newest.id), isNull(reconciliation.toldAt)));
    if (fresh.length === 0) return 0;
    const lines = fresh.slice(0, LINES);
    const props = { what: 'differences' as const, count: fresh.length, lines, url: env().appUrl };
    await tellStaff(inside, 'payments-alarm', `differences:${newest.id}`, props);
    return fresh.length;
  });
}

async function findTold(db: Db, now: Date): Promise<Set<string>> {
  const rows = await db
    .select({ differences: reconciliation.differences })
    .from(reconciliation)
    .where(and(gte(reconciliation.createdAt, plus(now, -REMEMBERED)), isNotNull(reconciliation.toldAt)));
  return new Set(rows.flatMap(({ differences }) => differences));
}
