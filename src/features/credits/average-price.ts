import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';

/** Everything the team ever bought and paid for it, in cents without tax: what a credit cost on average. */
export async function getPurchases(ctx: Ctx): Promise<{ bought: number; paidCents: number }> {
  requirePermission(ctx.actor, 'credits:read');
  const [row] = await selectRows<{ bought: number; paidCents: number }>(
    ctx.db,
    sql`
      select coalesce(sum(t.amount), 0)::int as bought, coalesce(sum(p.amount_cents - p.tax_cents), 0)::int as "paidCents"
      from ledger_transfer t join payment p on p.id = t.reference_id
      where t.organization_id = ${ctx.orgId} and t.kind = 'purchase'`,
  );
  return row ?? { bought: 0, paidCents: 0 };
}
