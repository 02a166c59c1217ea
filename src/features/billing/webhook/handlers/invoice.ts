/** `invoice.paid` and `invoice.payment_failed`: a plan's invoice leads to its subscription, and both are applied together. */

import { manualInvoice } from '../../invoices/settle-invoice';
import { planEffect } from '../../plans/apply-plan';
import { subscriptionOf } from '../../plans/invoice-facts';
import { readPlan } from '../../plans/plan-reading';
import { orNull } from '../../stripe-reads';
import { type EventHandler, ignore } from './handler';

export const invoice: EventHandler = async ({ stripe, db, objectId }) => {
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
