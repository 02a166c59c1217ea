import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { billingDetails } from '@/db/schema/billing';
import { requirePermission } from '@/lib/actor';
import { currentTexts } from '@/texts/current-texts';
import { tellKept } from '../kept-words';
import type { BillingDetails, TaxIdType } from './billing-details-input';

export type BillingDetailsView = BillingDetails & {
  /** Why invoices go without the tax id: Stripe refused it. */
  taxIdProblem: string | null;
};

/** What the team's invoices say about it; all null while nobody has filled it in. */
export async function getBillingDetails(ctx: Ctx, texts = currentTexts()): Promise<BillingDetailsView> {
  requirePermission(ctx.actor, 'billing:read');
  const row = await findRow(ctx);
  return { ...toDetails(row), taxIdProblem: tellKept(row?.taxIdProblem ?? null, texts) };
}

/** For orders, whose own permission was checked. */
export async function readBillingDetails(ctx: Ctx): Promise<BillingDetails> {
  return toDetails(await findRow(ctx));
}

type Row = typeof billingDetails.$inferSelect;

async function findRow(ctx: Ctx): Promise<Row | undefined> {
  const [row] = await ctx.db
    .select()
    .from(billingDetails)
    .where(eq(billingDetails.organizationId, ctx.orgId));
  return row;
}

function toDetails(row: Row | undefined): BillingDetails {
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
