import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import { payment } from '@/db/schema/billing';
import type { Db } from '@/db/types';
import { type EventHandler, type EventHint, ignore } from '../effects';
import { planEffect } from '../plans/apply-plan';
import { subscriptionOf } from '../plans/invoice-facts';
import { readPlan } from '../plans/plan-reading';
import { known, orNull } from '../stripe-reads';
import { manualInvoice } from './settle-invoice';

/** An invoice as Stripe has it now: of an order that is paid by it, or of a plan, which is applied together with it. */
export const followInvoice: EventHandler = async (hint) => {
  const { stripe, db, objectId } = hint;
  if (await isCounted(db, objectId)) return ignore;
  const invoice = await readAgain(hint);
  const subscriptionId = subscriptionOf(invoice);
  if (!subscriptionId) return manualInvoice(stripe, invoice);
  return planEffect(await readPlan({ stripe, db, subscriptionId, invoices: invoice }));
};

/** The same where it matters to an order only: a plan's unpaid invoice is told by its subscription. */
export const followOrderInvoice: EventHandler = async (hint) => {
  const invoice = await readAgain(hint);
  return subscriptionOf(invoice) ? ignore : manualInvoice(hint.stripe, invoice);
};

/** An invoice that Stripe calls overdue: the event says when, the invoice still decides. */
export const followOverdueInvoice: EventHandler = async (hint) => {
  const invoice = await readAgain(hint);
  return subscriptionOf(invoice) ? ignore : manualInvoice(hint.stripe, invoice, { overdue: true });
};

async function readAgain({ stripe, objectId }: EventHint): Promise<Stripe.Invoice> {
  return known(await orNull(stripe.invoices.retrieve(objectId)), `invoice ${objectId}`);
}

/** A payment has it, and no plan waits for news with it: it has nothing new to say. */
async function isCounted(db: Db, invoiceId: string): Promise<boolean> {
  const rows = await db
    .select({ id: payment.id })
    .from(payment)
    .where(and(eq(payment.stripeInvoiceId, invoiceId), isNull(payment.stripeSubscriptionId)));
  return rows.length > 0;
}
