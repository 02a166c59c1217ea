import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { payment } from '@/db/schema/billing';
import { emitEvent } from '@/features/notifications/emit-event';
import type { Payment } from '../payments/payment-locks';

const LATER = [
  'stripeInvoiceId',
  'stripeChargeId',
  'invoiceUrl',
  'receiptUrl',
  'feeCents',
  'netCents',
] as const satisfies readonly (keyof Payment)[];

type Found = Partial<Pick<Payment, (typeof LATER)[number]>>;

/**
 * Writes down what Stripe knew later than the payment: its invoice is often written after the money, its fee after hours. What
 * is there already stays.
 */
export async function fillPayment(ctx: Ctx, row: Payment, found: Found): Promise<void> {
  const missing = LATER.filter((field) => row[field] === null && (found[field] ?? null) !== null);
  if (missing.length === 0) return;
  await ctx.db
    .update(payment)
    .set(Object.fromEntries(missing.map((field) => [field, found[field]])))
    .where(and(eq(payment.id, row.id), eq(payment.organizationId, ctx.orgId)));
  await emitEvent(ctx, { type: 'payment.changed', data: { paymentId: row.id, status: 'paid' } });
}
