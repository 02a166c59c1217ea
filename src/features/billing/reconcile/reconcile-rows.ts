/** What our own rows must say of each other: orders and payments, refunds and disputes and their credits. */
import { selectRows } from '@/db/sql-rows';
import { BILLING_CHECKS } from './billing-checks';
import { type Comparison, differ } from './comparison';

export async function compareRows(comparison: Comparison): Promise<void> {
  for (const { name, query } of BILLING_CHECKS) {
    const rows = await selectRows<{ subject: string; expected: string; found: string }>(
      comparison.db,
      query(null),
    );
    for (const { subject, expected, found } of rows)
      differ(comparison, subject, `${name}: expected ${expected}, found ${found}`);
  }
}
