/**
 * Which money stayed, for queries whose `payment` or `subscription` rows they are put into. A payment gives a tier, and a plan's
 * period its plan, while at least half of the money stayed: with less, one credit that is kept would buy the tier of a whole pack.
 * The rule in TypeScript is `isKept`.
 */
import { type SQL, sql } from 'drizzle-orm';
import { dispute, payment, refund, subscription } from '@/db/schema/billing';

/** Cents of a payment that went back, are on their way, or that its bank asks back or has taken. */
export const goneCents = sql`(greatest(${payment.refundedCents}, ${refunds(sql`<> 'failed'`)}) + ${disputes(sql`in ('open', 'lost')`)})`;

/** Those of them that will not come back: a refund on its way may fail, a dispute may be won. */
export const goneForGoodCents = sql`(${refunds(sql`= 'succeeded'`)} + ${disputes(sql`= 'lost'`)})`;

function refunds(status: SQL): SQL {
  return sql`(select coalesce(sum(${refund.amountCents}), 0) from ${refund}
    where ${refund.paymentId} = ${payment.id} and ${refund.status} ${status})`;
}

function disputes(status: SQL): SQL {
  return sql`(select coalesce(sum(${dispute.amountCents}), 0) from ${dispute}
    where ${dispute.paymentId} = ${payment.id} and ${dispute.status} ${status})`;
}

/** Whether a `payment` still counts. */
export const keptPayment = sql<boolean>`(2 * ${goneCents} <= ${payment.amountCents})`;

/** Whether the running period of a `subscription` still counts: all its payments together. True while nothing was paid for it. */
export function keptPeriod(gone: SQL = goneCents): SQL<boolean> {
  return sql<boolean>`(select 2 * coalesce(sum(${gone}), 0) <= coalesce(sum(${payment.amountCents}), 0) from ${payment}
    where ${payment.organizationId} = ${subscription.organizationId}
      and ${payment.stripeSubscriptionId} = ${subscription.stripeSubscriptionId}
      and ${payment.periodStart} = ${subscription.periodStart})`;
}
