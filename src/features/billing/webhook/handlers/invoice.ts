/** `invoice.paid` and `invoice.payment_failed`: a plan's invoice leads to its subscription, and both are applied together. */
import { and, eq, isNull } from 'drizzle-orm';
import { payment } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { manualInvoice } from '../../invoices/settle-invoice';
import { planEffect } from '../../plans/apply-plan';
import { subscriptionOf } from '../../plans/invoice-facts';
import { readPlan } from '../../plans/plan-reading';
import { orNull } from '../../stripe-reads';
import { type EventHandler, ignore } from './handler';

export const invoice: EventHandler = async ({ stripe, db, objectId }) => {
  if (await isCounted(db, objectId)) return ignore;
  const found = await orNull(stripe.invoices.retrieve(objectId));
  if (!found) return async () => ({ status: 'parked', reason: `Stripe knows no invoice ${objectId}` });
  const subscriptionId = subscriptionOf(found);
  if (!subscriptionId) return manualInvoice(stripe, found);
  return planEffect(await readPlan({ stripe, db, subscriptionId, invoices: found }));
};

/** Events that matter to invoices of our orders only. */
export const orderInvoice: EventHandler = async ({ stripe, objectId }) => {
  const found = await orNull(stripe.invoices.retrieve(objectId));
  if (!found || subscriptionOf(found)) return ignore;
  return manualInvoice(stripe, found);
};

/** A payment has it, and no plan waits for news with it: it has nothing new to say. */
async function isCounted(db: Db, invoiceId: string): Promise<boolean> {
  const rows = await db
    .select({ id: payment.id })
    .from(payment)
    .where(and(eq(payment.stripeInvoiceId, invoiceId), isNull(payment.stripeSubscriptionId)));
  return rows.length > 0;
}
