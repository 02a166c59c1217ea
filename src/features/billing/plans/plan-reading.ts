/** Asks Stripe about a plan before anything is changed, and remembers what our rows were, so that old answers are noticed. */
import { and, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type Stripe from 'stripe';
import { billingCustomer, payment, subscription } from '@/db/schema/billing';
import type { Db, OrgId } from '@/db/types';
import { type InvoiceFacts, readInvoice } from './invoice-facts';
import { readSubscription, type SubscriptionFacts } from './subscription-facts';

export type PlanReading = {
  orgId: OrgId;
  customerId: string;
  /** The revision of each of our rows before Stripe was asked; what is not here had no row. */
  seen: ReadonlyMap<string, number>;
  subscriptions: SubscriptionFacts[];
  /** Oldest first. */
  invoices: InvoiceFacts[];
};

export type PlanQuestion = {
  stripe: Stripe;
  db: Db;
  subscriptionId: string;
  /** An invoice that was just read, or all paid ones that we have not recorded. */
  invoices?: Stripe.Invoice | 'unrecorded';
};

/**
 * Why Stripe's answer cannot be applied; `unknown` names the subscription that it does not have, `foreign` when it is about another product on the
 * same account.
 */
export type Unreadable = { parked: string; unknown?: string; foreign?: true };

/**
 * What Stripe says, or the reason why it cannot concern a plan of ours. A subscription that we have written down belongs to the
 * team of that row, also when the team has another customer by now.
 */
export async function readPlan(question: PlanQuestion): Promise<PlanReading | Unreadable> {
  const { stripe, db, subscriptionId, invoices } = question;
  const mine = await findRow(db, subscriptionId);
  const facts = await readSubscription(stripe, subscriptionId);
  if (!facts) {
    const unknown = `subscription ${subscriptionId}`;
    return { parked: `Stripe knows no ${unknown}`, unknown };
  }
  const orgId = (mine?.orgId as OrgId | undefined) ?? (await findOrganization(db, facts.customerId));
  if (!orgId)
    return { parked: `subscription ${subscriptionId} of a customer that is not ours`, foreign: true };
  const others = await readRevisions(
    db,
    and(
      eq(subscription.organizationId, orgId),
      isNull(subscription.endedAt),
      ne(subscription.stripeSubscriptionId, subscriptionId),
    ),
  );
  const otherIds = [...others.keys()];
  const otherFacts = await Promise.all(otherIds.map((id) => readSubscription(stripe, id)));
  return {
    orgId,
    customerId: facts.customerId,
    seen: mine ? others.set(subscriptionId, mine.revision) : others,
    subscriptions: [facts, ...otherFacts.filter((other) => other !== null)],
    invoices: await readInvoices(question, invoices),
  };
}

async function readRevisions(db: Db, where: SQL | undefined): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: subscription.stripeSubscriptionId, revision: subscription.revision })
    .from(subscription)
    .where(where);
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

async function findRow(db: Db, subscriptionId: string) {
  const [row] = await db
    .select({ orgId: subscription.organizationId, revision: subscription.revision })
    .from(subscription)
    .where(eq(subscription.stripeSubscriptionId, subscriptionId));
  return row ?? null;
}

async function findOrganization(db: Db, customerId: string): Promise<OrgId | null> {
  const [row] = await db
    .select({ orgId: billingCustomer.organizationId })
    .from(billingCustomer)
    .where(eq(billingCustomer.stripeCustomerId, customerId));
  return (row?.orgId as OrgId | undefined) ?? null;
}

/** A change within a period counts against what the period has granted, so the invoices before it come along. */
async function readInvoices(
  { stripe, db, subscriptionId }: PlanQuestion,
  wanted: PlanQuestion['invoices'],
): Promise<InvoiceFacts[]> {
  if (wanted === undefined) return [];
  if (wanted !== 'unrecorded' && wanted.billing_reason !== 'subscription_update') {
    const facts = await readInvoice(stripe, wanted.id);
    return facts ? [facts] : [];
  }
  const paid = await stripe.invoices
    .list({ subscription: subscriptionId, status: 'paid', limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  const recorded = await findRecorded(
    db,
    paid.map(({ id }) => id),
  );
  const missing = paid.filter(({ id }) => !recorded.has(id));
  const facts = await Promise.all(missing.map(({ id }) => readInvoice(stripe, id)));
  return facts.filter((invoice) => invoice !== null).sort(byAge);
}

/** Within a second Stripe's times are equal: the first invoice of a period comes before its changes. */
function byAge(a: InvoiceFacts, b: InvoiceFacts): number {
  const rank = ({ reason }: InvoiceFacts) => (reason === 'subscription_update' ? 1 : 0);
  return a.createdAt.getTime() - b.createdAt.getTime() || rank(a) - rank(b);
}

async function findRecorded(db: Db, invoiceIds: string[]): Promise<Set<string | null>> {
  if (invoiceIds.length === 0) return new Set();
  const rows = await db
    .select({ id: payment.stripeInvoiceId })
    .from(payment)
    .where(inArray(payment.stripeInvoiceId, invoiceIds));
  return new Set(rows.map(({ id }) => id));
}
