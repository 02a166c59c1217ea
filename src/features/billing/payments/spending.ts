/** What a team has spent, month by month: the money of the monthly reports, many months at once. */
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { moneyFlows, spanOf } from './money-flows';
import { lastMonths, monthAfter, monthOf, monthStart } from './month-rules';

/** Cents; `spent` is what was paid less what came back. */
export type MonthSpent = { month: string; paidCents: number; backCents: number; spentCents: number };

/** The last `count` months (UTC) up to the one that `now` is in, oldest first, without gaps. */
export async function listSpending(ctx: Ctx, now: Date, count: number): Promise<MonthSpent[]> {
  requirePermission(ctx.actor, 'billing:read');
  const months = lastMonths(monthOf(now), count).reverse();
  const span = spanOf(monthStart(months[0] ?? monthOf(now)), monthStart(monthAfter(monthOf(now))));
  const rows = await selectRows<{ month: string; paid: number; back: number }>(
    ctx.db,
    sql`
      select to_char(moved_at at time zone 'UTC', 'YYYY-MM') as month, sum(paid)::float8 as paid,
        sum(refunded + disputed)::float8 as back
      from ${moneyFlows(span, ctx.orgId)} flows group by 1`,
  );
  const found = new Map(rows.map((row) => [row.month, row]));
  return months.map((month) => {
    const { paid: paidCents, back: backCents } = found.get(month) ?? { paid: 0, back: 0 };
    return { month, paidCents, backCents, spentCents: paidCents - backCents };
  });
}
