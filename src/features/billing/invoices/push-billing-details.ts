import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { billingDetails } from '@/db/schema/billing';
import { sha256Hex } from '@/lib/hash';
import { withCustomer } from '../checkout/stripe-customer';
import { poField } from './po-field';

type Row = typeof billingDetails.$inferSelect;

/** Brings the Stripe customer to what our row says: name, address, purchase order, exactly one tax id. Safe to repeat. */
export async function pushBillingDetails(ctx: Ctx): Promise<void> {
  const [found] = await ctx.db
    .select({ details: billingDetails, team: organization.name })
    .from(billingDetails)
    .innerJoin(organization, eq(organization.id, billingDetails.organizationId))
    .where(eq(billingDetails.organizationId, ctx.orgId));
  if (!found) return;
  const { client } = await stripeAccount();
  await withCustomer(ctx, client, async (customer) => {
    const stripeTaxId = await bringTaxId(client, customer, found.details);
    await client.customers.update(customer, customerParams(found.details, found.team));
    await ctx.db
      .update(billingDetails)
      .set({ stripeTaxId })
      .where(eq(billingDetails.organizationId, ctx.orgId));
  });
}

function customerParams(row: Row, team: string): Stripe.CustomerUpdateParams {
  return {
    name: row.company ?? team,
    ...(row.email ? { email: row.email } : {}),
    address: row.country
      ? {
          line1: row.line1 ?? '',
          line2: row.line2 ?? '',
          postal_code: row.postalCode ?? '',
          city: row.city ?? '',
          state: row.state ?? '',
          country: row.country,
        }
      : '',
    invoice_settings: { custom_fields: row.poNumber ? poField(row.poNumber) : '' },
  };
}

/** The new number is there before the old ones go: an invoice in between has one of them. */
async function bringTaxId(stripe: Stripe, customer: string, row: Row): Promise<string | null> {
  const { data } = await stripe.customers.listTaxIds(customer, { limit: 100 });
  const kept = data.find(({ type, value }) => type === row.taxIdType && value === row.taxId);
  const wanted = kept ?? (await create(stripe, customer, row));
  for (const { id } of data) if (id !== wanted?.id) await stripe.customers.deleteTaxId(customer, id);
  return wanted?.id ?? null;
}

async function create(stripe: Stripe, customer: string, row: Row): Promise<Stripe.TaxId | null> {
  if (!row.taxId || !row.taxIdType) return null;
  const type = row.taxIdType as Stripe.CustomerCreateTaxIdParams.Type;
  const about = sha256Hex(`${customer} ${type} ${row.taxId} ${row.updatedAt.toISOString()}`).slice(0, 24);
  return stripe.customers.createTaxId(
    customer,
    { type, value: row.taxId },
    { idempotencyKey: `tax-id:${about}` },
  );
}
