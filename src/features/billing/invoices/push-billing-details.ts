import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import type { Ctx } from '@/db/context';
import { organization } from '@/db/schema/auth';
import { billingDetails } from '@/db/schema/billing';
import { emitEvent } from '@/features/notifications/emit-event';
import { sha256Hex } from '@/lib/hash';
import { withCustomer } from '../checkout/stripe-customer';
import { keptText } from '../kept-words';
import { poField } from './po-field';

type Row = typeof billingDetails.$inferSelect;

/**
 * Brings the Stripe customer to what our row says: name, address and purchase order first, then exactly one tax id. One that Stripe
 * refuses keeps nothing else back: invoices go without it, and the answer, and the row, say why. Safe to repeat.
 */
export async function pushBillingDetails(ctx: Ctx): Promise<{ taxIdProblem: string | null }> {
  const [found] = await ctx.db
    .select({ details: billingDetails, team: organization.name })
    .from(billingDetails)
    .innerJoin(organization, eq(organization.id, billingDetails.organizationId))
    .where(eq(billingDetails.organizationId, ctx.orgId));
  if (!found) return { taxIdProblem: null };
  const { details, team } = found;
  const { client } = await stripeAccount();
  const brought = await withCustomer(ctx, client, async (customer) => {
    await client.customers.update(customer, customerParams(details, team));
    return bringTaxId(client, customer, details);
  });
  await remember(ctx, details, brought);
  return { taxIdProblem: brought.taxIdProblem };
}

/** What was saved meanwhile is another push's to tell about. */
async function remember(ctx: Ctx, details: Row, brought: Brought): Promise<void> {
  await ctx.db
    .update(billingDetails)
    .set(brought)
    .where(
      and(eq(billingDetails.organizationId, ctx.orgId), eq(billingDetails.updatedAt, details.updatedAt)),
    );
  if (brought.taxIdProblem !== details.taxIdProblem) {
    await emitEvent(ctx, { type: 'payment.changed', data: { details: true } });
  }
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

type Brought = Pick<Row, 'stripeTaxId' | 'taxIdProblem'>;

/** The new number is there before the old ones go: an invoice in between has one of them. */
async function bringTaxId(stripe: Stripe, customer: string, row: Row): Promise<Brought> {
  const { data } = await stripe.customers.listTaxIds(customer, { limit: 100 });
  const kept = data.find(({ type, value }) => type === row.taxIdType && value === row.taxId);
  const wanted = kept ?? (await create(stripe, customer, row));
  const id = wanted === 'refused' ? null : (wanted?.id ?? null);
  for (const one of data) if (one.id !== id) await stripe.customers.deleteTaxId(customer, one.id);
  return { stripeTaxId: id, taxIdProblem: wanted === 'refused' ? keptText('taxIdUnknown') : null };
}

async function create(stripe: Stripe, customer: string, row: Row): Promise<Stripe.TaxId | 'refused' | null> {
  if (!row.taxId || !row.taxIdType) return null;
  const type = row.taxIdType as Stripe.CustomerCreateTaxIdParams.Type;
  const about = sha256Hex(`${customer} ${type} ${row.taxId} ${row.updatedAt.toISOString()}`).slice(0, 24);
  try {
    return await stripe.customers.createTaxId(
      customer,
      { type, value: row.taxId },
      { idempotencyKey: `tax-id:${about}` },
    );
  } catch (error) {
    if (isWrongTaxId(error)) return 'refused';
    throw error;
  }
}

function isWrongTaxId(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.code === 'tax_id_invalid' || error.param === 'value' || error.param === 'type')
  );
}
