/** The end of a team with its last person: nothing is sold to it and nothing charged any more. Payments and invoices are kept. */
import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Ctx } from '@/db/context';
import { balanceWatch, billingDetails, purchaseOrder, subscription } from '@/db/schema/billing';
import { enqueue } from '@/jobs/port';
import { isAppError } from '@/lib/errors';
import { cancelOrder } from './checkout/cancel-order';
import { findCustomer } from './checkout/ensure-customer';
import { endPlan } from './plans/end-plan';
import { refreshPlan } from './plans/refresh-plan';

/** Our half, in the caller's transaction: no top-up from now on, what invoices said of the buyer is gone. A job tells Stripe. */
export async function closeTeamBilling(ctx: Ctx): Promise<void> {
  await ctx.db.delete(balanceWatch).where(eq(balanceWatch.organizationId, ctx.orgId));
  await ctx.db.delete(billingDetails).where(eq(billingDetails.organizationId, ctx.orgId));
  await enqueue(ctx.db, 'billing.close-team', { orgId: ctx.orgId });
}

type Scope = { now: Date; appUrl: string };

/**
 * Stripe's half: open payment pages close, the plan ends, the saved cards go, and the customer keeps no name and no address. Every step may be repeated.
 */
export async function closeTeamAtStripe(ctx: Ctx, stripe: Stripe, scope: Scope): Promise<void> {
  await cancelOpenOrders(ctx, scope);
  const running = await ctx.db
    .select({ id: subscription.stripeSubscriptionId })
    .from(subscription)
    .where(and(eq(subscription.organizationId, ctx.orgId), isNull(subscription.endedAt)));
  for (const { id } of running) {
    await endPlan(stripe, { stripeSubscriptionId: id, refund: false });
    await refreshPlan({ db: ctx.db, stripe, ...scope, job: 'billing.close-team' }, ctx.orgId, id);
  }
  const customer = await findCustomer(ctx);
  if (customer) await emptyCustomer(stripe, customer);
}

async function cancelOpenOrders(ctx: Ctx, scope: Scope): Promise<void> {
  const open = await ctx.db
    .select({ id: purchaseOrder.id })
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.organizationId, ctx.orgId), isNull(purchaseOrder.resolvedAt)));
  for (const { id } of open) {
    try {
      await cancelOrder(ctx, { orderId: id }, scope);
    } catch (error) {
      // Paid meanwhile, or on its way: it ends as every order does.
      if (!isAppError(error, 'conflict')) throw error;
    }
  }
}

async function emptyCustomer(stripe: Stripe, customer: string): Promise<void> {
  const { data } = await stripe.customers.listPaymentMethods(customer, { limit: 100 });
  for (const { id } of data) await stripe.paymentMethods.detach(id);
  const { data: taxIds } = await stripe.customers.listTaxIds(customer, { limit: 100 });
  for (const { id } of taxIds) await stripe.customers.deleteTaxId(customer, id);
  await stripe.customers.update(customer, {
    name: '',
    email: '',
    address: '',
    invoice_settings: { custom_fields: '' },
  });
}
