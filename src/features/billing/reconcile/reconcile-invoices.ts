/** Invoices: those that orders wait for, and those of plans, whose teams are asked about as a whole. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { billingCustomer, purchaseOrder } from '@/db/schema/billing';
import { manualInvoice } from '../invoices/settle-invoice';
import { subscriptionOf } from '../plans/invoice-facts';
import { syncOrganizationBilling } from '../plans/sync-organization-billing';
import { idOf, orNull } from '../stripe-reads';
import { each, listAll, repair, since } from './reconcile-steps';
import type { Sweep } from './reconcile-types';

export async function compareInvoices(sweep: Sweep): Promise<void> {
  const invoices = await listAll(sweep, 'invoices', () =>
    sweep.stripe.invoices.list({ created: since(sweep), limit: 100 }),
  );
  const changed = await listAll(sweep, 'subscriptions', () =>
    sweep.stripe.subscriptions.list({ created: since(sweep), status: 'all', limit: 100 }),
  );
  const plans = invoices.filter((invoice) => subscriptionOf(invoice) !== null);
  await comparePlans(
    sweep,
    [...plans, ...changed].flatMap(({ customer }) => idOf(customer) ?? []),
  );
  // Also those that were written before the window: an invoice is paid within weeks.
  await each(await findOpenOrders(sweep), async (invoiceId) => {
    const invoice = await orNull(sweep.stripe.invoices.retrieve(invoiceId));
    if (!invoice || invoice.status === 'open' || invoice.status === 'draft') return;
    await repair(sweep, `invoice ${invoiceId}`, () => manualInvoice(sweep.stripe, invoice));
  });
  for (const invoice of invoices) sweep.covered.add(invoice.id);
}

async function findOpenOrders(sweep: Sweep): Promise<string[]> {
  const rows = await sweep.db
    .select({ invoiceId: purchaseOrder.stripeInvoiceId })
    .from(purchaseOrder)
    .where(and(eq(purchaseOrder.channel, 'invoice'), isNull(purchaseOrder.resolvedAt)));
  return rows.flatMap(({ invoiceId }) => invoiceId ?? []);
}

/** Plans are compared by applying what Stripe says, which changes nothing where it agrees. */
async function comparePlans(sweep: Sweep, customers: string[]): Promise<void> {
  if (!sweep.repair || customers.length === 0) return;
  const rows = await sweep.db
    .select({ orgId: billingCustomer.organizationId })
    .from(billingCustomer)
    .where(inArray(billingCustomer.stripeCustomerId, [...new Set(customers)]));
  await each(rows, async ({ orgId }) => {
    const { now, appUrl, from } = sweep;
    const { checked, parked } = await syncOrganizationBilling(sweep, orgId, { now, appUrl, since: from });
    sweep.checked.plans = (sweep.checked.plans ?? 0) + checked;
    sweep.differences.push(...parked.map((reason) => `parked: ${reason}`));
  });
}
