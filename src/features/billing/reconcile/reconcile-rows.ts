/** What our own rows must say of each other: orders and payments, refunds and disputes and their credits. */
import { selectRows } from '@/db/sql-rows';
import { BILLING_CHECKS } from './billing-checks';
import type { Sweep } from './reconcile-types';

export async function compareRows(sweep: Sweep): Promise<void> {
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
