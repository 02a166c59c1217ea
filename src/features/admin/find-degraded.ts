import { desc } from 'drizzle-orm';
import { ledgerVerification } from '@/db/schema/admin';
import { reconciliation } from '@/db/schema/billing';
import type { Db } from '@/db/types';

/**
 * What works but is not as it should be, in a few words: the ledger by its last nightly verification, payments by the last comparison
 * with Stripe. Names no team and no number: anybody may read it.
 */
export async function findDegraded(db: Db): Promise<string[]> {
  const [verified] = await db
    .select({ differences: ledgerVerification.differences })
    .from(ledgerVerification)
    .orderBy(desc(ledgerVerification.createdAt), desc(ledgerVerification.id))
    .limit(1);
  const [compared] = await db
    .select({ differences: reconciliation.differences })
    .from(reconciliation)
    .orderBy(desc(reconciliation.createdAt), desc(reconciliation.id))
    .limit(1);
  return [
    ...(verified && verified.differences > 0 ? ['the ledger does not add up'] : []),
    ...(compared && compared.differences.length > 0 ? ['payments differ from Stripe'] : []),
  ];
}
