import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { billingDetails } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import type { BillingDetails, TaxIdType } from './billing-details-input';

/** What the team's invoices say about it; all null while nobody has filled it in. */
export async function getBillingDetails(ctx: Ctx): Promise<BillingDetails> {
  requirePermission(ctx.actor, 'billing:read');
  return readBillingDetails(ctx);
}

/** For orders, whose own permission was checked. */
export async function readBillingDetails(ctx: Ctx): Promise<BillingDetails> {
  const [row] = await ctx.db
    .select()
    .from(billingDetails)
    .where(eq(billingDetails.organizationId, ctx.orgId));
  return {
    email: row?.email ?? null,
    company: row?.company ?? null,
    line1: row?.line1 ?? null,
    line2: row?.line2 ?? null,
    postalCode: row?.postalCode ?? null,
    city: row?.city ?? null,
    state: row?.state ?? null,
    country: row?.country ?? null,
    taxIdType: (row?.taxIdType ?? null) as TaxIdType | null,
    taxId: row?.taxId ?? null,
    poNumber: row?.poNumber ?? null,
  };
}
