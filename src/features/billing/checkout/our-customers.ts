/** Which Stripe customers are teams of ours: an account may be shared with other products. */
import { inArray } from 'drizzle-orm';
import { billingCustomer } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { chunks } from '@/lib/chunks';

/** The teams of those customers that are ours. */
export async function findOurCustomers(
  db: Db,
  customers: Iterable<string | null>,
): Promise<Map<string, OrgId>> {
  const found = new Map<string, OrgId>();
  const wanted = [...new Set(customers)].filter((id) => id !== null);
  for (const ids of chunks(wanted)) {
    const rows = await db
      .select({ id: billingCustomer.stripeCustomerId, orgId: billingCustomer.organizationId })
      .from(billingCustomer)
      .where(inArray(billingCustomer.stripeCustomerId, ids));
    for (const { id, orgId } of rows) found.set(id, orgId as OrgId);
  }
  return found;
}

export async function isOurCustomer(db: Db, customer: string | null): Promise<boolean> {
  return (await findOurCustomers(db, [customer])).size > 0;
}
