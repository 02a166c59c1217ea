/** What our own rows must say of each other: orders that are paid have their payment, payments their credits. */
import { sql } from 'drizzle-orm';
import { selectRows } from '@/db/sql-rows';
import { BILLING_CHECKS } from './billing-checks';
import type { Sweep } from './reconcile-types';

export async function compareRows(sweep: Sweep): Promise<void> {
  const orphans = await selectRows<{ id: string }>(
    sweep.db,
    sql`
      select o.id from purchase_order o
      where o.status = 'paid' and o.kind <> 'plan'
        and not exists (select 1 from payment p where p.order_id = o.id)`,
  );
  sweep.differences.push(...orphans.map(({ id }) => `order ${id} is paid without a payment`));
  for (const { name, query } of BILLING_CHECKS) {
    const rows = await selectRows<{ subject: string; expected: string; found: string }>(
      sweep.db,
      query(null),
    );
    sweep.differences.push(
      ...rows.map(
        ({ subject, expected, found }) => `${name}: ${subject}: expected ${expected}, found ${found}`,
      ),
    );
  }
}
