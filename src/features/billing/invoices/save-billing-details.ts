import { type Ctx, inTransaction } from '@/db/context';
import { billingDetails } from '@/db/schema/billing';
import { recordAudit } from '@/features/audit/record-audit';
import { emitEvent } from '@/features/notifications/emit-event';
import { enqueue } from '@/jobs/port';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { currentTexts, say } from '@/texts/current-texts';
import { tellKept } from '../kept-words';
import { type BillingDetails, type BillingDetailsInput, billingDetailsInput } from './billing-details-input';
import { pushBillingDetails } from './push-billing-details';

/**
 * Writes what invoices say about the buyer and hands it on to Stripe: at once when it answers, else by a job that tries until it
 * does. Throws `invalid` for a tax id that Stripe refuses: everything is kept, the number too, but invoices go without it.
 */
export async function saveBillingDetails(
  ctx: Ctx,
  input: BillingDetailsInput,
  now = new Date(),
): Promise<BillingDetails> {
  requirePermission(ctx.actor, 'billing:buy');
  const details = billingDetailsInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const values = { ...details, taxIdProblem: null, updatedAt: now };
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
  const pushed = await pushBillingDetails(ctx).catch((error: unknown) => {
    log.warn({ err: error }, 'billing details not pushed yet');
    return null;
  });
  if (!pushed?.taxIdProblem) return;
  const why = tellKept(pushed.taxIdProblem, currentTexts());
  throw new AppError('invalid', say('billing.refused.taxIdKept', { why }), { fields: { taxId: why } });
}
