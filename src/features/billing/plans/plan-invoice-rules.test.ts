/** Every number on a paid invoice that does not agree, each alone. */
import { expect, test } from 'vitest';
import { NO_MONEY } from '../payments/payment-money';
import type { InvoiceFacts, LineFacts } from './invoice-facts';
import { judgeInvoice } from './plan-invoice-rules';

const AT = new Date('2026-11-01T00:00:00Z');
const LINE: LineFacts = {
  amount: 999,
  proration: false,
  periodStart: AT,
  plan: 'plus',
  subscriptionId: 'sub_1',
};
const PAYMENT = { customerId: 'cus_1', currency: 'usd', status: 'succeeded', amount: 999 };
const INVOICE: InvoiceFacts = {
  id: 'in_1',
  customerId: 'cus_1',
  subscriptionId: 'sub_1',
  reason: 'subscription_create',
  status: 'paid',
  currency: 'usd',
  subtotal: 999,
  discount: 0,
  addedTax: 0,
  tax: 0,
  total: 999,
  amountPaid: 999,
  balanceUsed: 0,
  letOff: 0,
  lines: [LINE],
  createdAt: AT,
  dueAt: null,
  failure: null,
  paidAt: AT,
  invoiceUrl: null,
  paymentKey: 'pi_1',
  payments: [PAYMENT],
  money: NO_MONEY,
};

const judge = (values: Partial<InvoiceFacts>) => judgeInvoice({ ...INVOICE, ...values }, 'cus_1');
const MONTH = { kind: 'period', subscriptionId: 'sub_1', plan: 'plus', periodStart: AT };

test.each([
  ['a whole month', {}],
  ['a renewal', { reason: 'subscription_cycle' }],
  [
    'with tax on top',
    { addedTax: 90, tax: 90, total: 1089, amountPaid: 1089, payments: [{ ...PAYMENT, amount: 1089 }] },
  ],
  ['half off', { discount: 500, total: 499, amountPaid: 499, payments: [{ ...PAYMENT, amount: 499 }] }],
  ['nothing left to pay', { discount: 999, total: 0, amountPaid: 0, payments: [] }],
  ['paid from the customer’s balance', { amountPaid: 0, balanceUsed: 999, payments: [] }],
  [
    'paid from the balance and by card',
    { amountPaid: 499, balanceUsed: 500, payments: [{ ...PAYMENT, amount: 499 }] },
  ],
  [
    'with a debt from before',
    { amountPaid: 1029, balanceUsed: -30, payments: [{ ...PAYMENT, amount: 1029 }] },
  ],
  ['paid outside of Stripe', { payments: [] }],
  [
    'with a part of the month before',
    {
      lines: [LINE, { ...LINE, amount: 300, proration: true }],
      subtotal: 1299,
      total: 1299,
      amountPaid: 1299,
      payments: [{ ...PAYMENT, amount: 1299 }],
    },
  ],
] satisfies [string, Partial<InvoiceFacts>][])('%s', (_name, values) => {
  expect(judge(values)).toEqual(MONTH);
});

test.each([
  ['another customer', { customerId: 'cus_2' }],
  ['another customer', { customerId: null }],
  ['another currency', { currency: 'eur' }],
  ['another total', { total: 998, amountPaid: 998, payments: [{ ...PAYMENT, amount: 998 }] }],
  ['not paid as a whole', { amountPaid: 1000, payments: [{ ...PAYMENT, amount: 1000 }] }],
  ['not paid as a whole', { amountPaid: 998, payments: [] }],
  ['not paid as a whole', { amountPaid: 0, balanceUsed: 998, payments: [] }],
  ['a part was let off by a credit note', { letOff: 500, balanceUsed: 500, amountPaid: 499, payments: [] }],
  ['a payment that did not succeed', { payments: [{ ...PAYMENT, status: 'processing' }] }],
  ['a payment in another currency', { payments: [{ ...PAYMENT, currency: 'eur' }] }],
  ['a payment of another customer', { payments: [{ ...PAYMENT, customerId: 'cus_2' }] }],
  ['a payment of another amount', { payments: [{ ...PAYMENT, amount: 998 }] }],
  ['a line of another subscription', { lines: [{ ...LINE, subscriptionId: 'sub_2' }] }],
  ['no subscription', { subscriptionId: null, lines: [{ ...LINE, subscriptionId: null }] }],
  ['a price that is no plan', { lines: [{ ...LINE, plan: null }] }],
  ['not exactly one month', { lines: [LINE, LINE] }],
  ['not exactly one month', { lines: [{ ...LINE, proration: true }] }],
  ['another price', { lines: [{ ...LINE, plan: 'pro' }] }],
  ['an invoice for another reason (subscription_threshold)', { reason: 'subscription_threshold' }],
] satisfies [string, Partial<InvoiceFacts>][])('%s', (reason, values) => {
  expect(judge(values)).toEqual({ kind: 'mismatch', reason });
});

test.each(['draft', 'open', 'void', 'uncollectible'])('%s buys nothing', (status) => {
  expect(judge({ status })).toEqual({ kind: 'nothing' });
});

test('an upgrade is the highest plan that was charged; a credit alone buys nothing', () => {
  const part = { ...LINE, proration: true };
  const reason = 'subscription_update';
  const up = [
    { ...part, amount: -500 },
    { ...part, amount: 1499, plan: 'pro' as const },
  ];
  expect(judge({ reason, lines: up })).toEqual({
    kind: 'change',
    subscriptionId: 'sub_1',
    plan: 'pro',
    at: AT,
  });
  const down = [{ ...part, amount: -1499, plan: 'pro' as const }];
  const nothing = { subtotal: -1499, total: -1499, amountPaid: 0, balanceUsed: -1499, payments: [] };
  expect(judge({ reason, lines: down, ...nothing })).toEqual({ kind: 'nothing' });
});
