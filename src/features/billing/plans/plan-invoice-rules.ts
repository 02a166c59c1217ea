/** Pure: what a plan's invoice pays for, and whether its numbers agree. */

import { findMoneyMismatch } from '../invoices/invoice-money-rules';
import { CURRENCY, PLANS, type PlanId } from '../price-list';
import type { InvoiceFacts, LineFacts } from './invoice-facts';
import { rankOf } from './plan-rules';

export type InvoiceVerdict =
  /** The first payment of a period: the month's credits. */
  | { kind: 'period'; subscriptionId: string; plan: PlanId; periodStart: Date }
  /** A higher plan within a period: the difference. */
  | { kind: 'change'; subscriptionId: string; plan: PlanId; at: Date }
  /** Nothing is paid, or nothing is bought with it. */
  | { kind: 'nothing' }
  | { kind: 'mismatch'; reason: string };

/** What a subscription's invoice means for its plan. Only what Stripe calls paid counts; a total of zero can be paid too. */
export function judgeInvoice(invoice: InvoiceFacts, customerId: string): InvoiceVerdict {
  if (invoice.status !== 'paid') return { kind: 'nothing' };
  const reason = findInvoiceMismatch(invoice, customerId);
  if (reason) return { kind: 'mismatch', reason };
  const { subscriptionId } = invoice;
  if (subscriptionId === null) return { kind: 'mismatch', reason: 'no subscription' };
  if (invoice.reason === 'subscription_create' || invoice.reason === 'subscription_cycle') {
    return judgePeriod(subscriptionId, invoice.lines);
  }
  if (invoice.reason === 'subscription_update') return judgeChange(subscriptionId, invoice.lines);
  return { kind: 'mismatch', reason: `an invoice for another reason (${invoice.reason})` };
}

/** Why a paid invoice must not count, or null: customer, currency, the money behind it, what is on it. */
function findInvoiceMismatch(invoice: InvoiceFacts, customerId: string): string | null {
  if (invoice.customerId !== customerId) return 'another customer';
  if (invoice.currency !== CURRENCY) return 'another currency';
  const money = findMoneyMismatch(invoice, { customerId, currency: CURRENCY });
  if (money) return money;
  if (invoice.lines.some((line) => line.subscriptionId !== invoice.subscriptionId)) {
    return 'a line of another subscription';
  }
  return invoice.lines.some((line) => line.plan === null) ? 'a price that is no plan' : null;
}

function judgePeriod(subscriptionId: string, lines: LineFacts[]): InvoiceVerdict {
  const [month, ...others] = lines.filter((line) => !line.proration);
  if (!month?.plan || others.length > 0) return { kind: 'mismatch', reason: 'not exactly one month' };
  if (month.amount !== PLANS[month.plan].amountCents) return { kind: 'mismatch', reason: 'another price' };
  return { kind: 'period', subscriptionId, plan: month.plan, periodStart: month.periodStart };
}

function judgeChange(subscriptionId: string, lines: LineFacts[]): InvoiceVerdict {
  let best: { plan: PlanId; at: Date } | null = null;
  for (const { plan, amount, periodStart } of lines) {
    if (plan && amount > 0 && (!best || rankOf(plan) > rankOf(best.plan))) best = { plan, at: periodStart };
  }
  return best ? { kind: 'change', subscriptionId, ...best } : { kind: 'nothing' };
}
