import { and, eq } from 'drizzle-orm';
import Stripe from 'stripe';
import { type Ctx, inTransaction } from '@/db/context';
import { billingDetails } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type BillingDetails, type BillingDetailsInput, billingDetailsInput } from './billing-details-input';
import { pushBillingDetails } from './push-billing-details';

/**
 * Writes what invoices say about the buyer and hands it on to Stripe: at once when it answers, else by a job that tries until it
 * does. Throws `invalid` for a tax id that Stripe does not accept; everything else is kept then.
 */
export async function saveBillingDetails(
  ctx: Ctx,
  input: BillingDetailsInput,
  now = new Date(),
): Promise<BillingDetails> {
  requirePermission(ctx.actor, 'billing:buy');
  const details = billingDetailsInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const values = { ...details, updatedAt: now };
    await ctx.db
      .insert(billingDetails)
      .values({ organizationId: ctx.orgId, ...values })
      .onConflictDoUpdate({ target: billingDetails.organizationId, set: values });
    await recordAudit(ctx, {
      action: 'billing.details',
      subjectType: 'organization',
      subjectId: ctx.orgId,
      // Which fields are set, not what they say: the log is kept for ever.
      data: { set: Object.entries(details).flatMap(([name, value]) => (value === null ? [] : [name])) },
    });
    await emitEvent(ctx, { type: 'payment.changed', data: { details: true } });
    await enqueue(ctx.db, 'billing.push-details', { orgId: ctx.orgId });
  });
  await pushNow(ctx);
  return details;
}

async function pushNow(ctx: Ctx): Promise<void> {
  try {
    await pushBillingDetails(ctx);
  } catch (error) {
    if (!isWrongTaxId(error)) {
      log.warn({ err: error }, 'billing details not pushed yet');
      return;
    }
    await ctx.db
      .update(billingDetails)
      .set({ taxId: null, taxIdType: null })
      .where(and(eq(billingDetails.organizationId, ctx.orgId)));
    const message = 'Stripe does not know this number. Check its kind and its digits.';
    throw new AppError('invalid', message, { fields: { taxId: message } });
  }
}

/** Whether Stripe refused a tax id: its kind, or what its digits are. */
export function isWrongTaxId(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.code === 'tax_id_invalid' || error.param === 'value' || error.param === 'type')
  );
}
