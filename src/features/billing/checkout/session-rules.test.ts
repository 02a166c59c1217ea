/** Each comparison alone, everything else agreeing: no other one may hide that it is missing. */
import { describe, expect, test } from 'vitest';
import { NO_MONEY } from '../payments/payment-money';
import type { PaymentFacts, SessionFacts } from './session-facts';
import { findMismatch, judge, type OrderTerms } from './session-rules';

const ORDER: OrderTerms = {
  organizationId: 'org_1',
  stripeSessionId: 'cs_1',
  amountCents: 2900,
  currency: 'usd',
};
const PAYMENT: PaymentFacts = {
  id: 'pi_1',
  status: 'succeeded',
  amount: 2900,
  received: 2900,
  currency: 'usd',
  failure: null,
};
const PAID: SessionFacts = {
  id: 'cs_1',
  status: 'complete',
  paymentStatus: 'paid',
  amountTotal: 2900,
  amountSubtotal: 2900,
  discount: 0,
  tax: 0,
  currency: 'usd',
  customerId: 'cus_1',
  organizationId: 'org_1',
  orderHint: null,
  paymentId: 'pi_1',
  payment: PAYMENT,
  money: NO_MONEY,
  subscriptionId: null,
  invoiceId: null,
  invoiceUrl: null,
  paidAt: null,
};

/** The session and its payment, both of this total. */
function paying(total: number, session: Partial<SessionFacts> = {}): SessionFacts {
  return { ...PAID, amountTotal: total, payment: { ...PAYMENT, amount: total, received: total }, ...session };
}

describe('findMismatch', () => {
  test.each<[string, SessionFacts]>([
    ['as ordered', PAID],
    ['a discount', paying(1450, { discount: 1450 })],
    ['tax on top', paying(3451, { tax: 551 })],
    ['discount and tax', paying(1726, { discount: 1450, tax: 276 })],
    ['tax within the price', paying(2900, { tax: 463 })],
    ['discount, and tax within the price', paying(1450, { discount: 1450, tax: 232 })],
    ['no payment looked up', { ...PAID, payment: null }],
    ['a currency in capitals', { ...PAID, currency: 'USD' }],
  ])('agrees: %s', (_what, session) => {
    expect(findMismatch(ORDER, session)).toBeNull();
  });

  test.each<[string, SessionFacts]>([
    ['another checkout session', { ...PAID, id: 'cs_2' }],
    ['another organization', { ...PAID, organizationId: 'org_2' }],
    ['another organization', { ...PAID, organizationId: null }],
    ['another currency', { ...PAID, currency: 'eur' }],
    ['another currency', { ...PAID, currency: null }],
    ['another price', paying(100, { amountSubtotal: 100 })],
    ['another price', paying(19900, { amountSubtotal: 19900 })],
    ['another price', { ...PAID, amountSubtotal: null, amountTotal: null }],
    ['another total', paying(100)],
    ['another total', paying(2900, { discount: 100 })],
    ['another total', paying(2437, { tax: 463 })],
    ['another total', paying(3000, { tax: 463 })],
    ['a payment in another currency', { ...PAID, payment: { ...PAYMENT, currency: 'eur' } }],
    ['a payment of another amount', { ...PAID, payment: { ...PAYMENT, amount: 100, received: 100 } }],
    ['a part of the payment', { ...PAID, payment: { ...PAYMENT, received: 100 } }],
  ])('finds %s', (problem, session) => {
    expect(findMismatch(ORDER, session)).toBe(problem);
  });
});

describe('judge', () => {
  const declined = { ...PAYMENT, status: 'requires_payment_method', failure: 'Your card was declined.' };
  test.each<[string, Partial<SessionFacts>, object]>([
    ['paid', {}, { kind: 'paid', paymentKey: 'pi_1', amountCents: 2900 }],
    ['paid, payment not looked up', { payment: null }, { kind: 'paid', paymentKey: 'pi_1' }],
    [
      'nothing to pay',
      { paymentStatus: 'no_payment_required', amountTotal: 0, paymentId: null, payment: null },
      { kind: 'paid', paymentKey: 'cs_1', amountCents: 0 },
    ],
    ['completed but unpaid', { paymentStatus: 'unpaid', payment: null }, { kind: 'pending' }],
    ['open', { paymentStatus: 'unpaid', status: 'open', payment: null }, { kind: 'pending' }],
    [
      'declined',
      { paymentStatus: 'unpaid', status: 'open', payment: declined },
      { kind: 'failed', final: false, message: 'Your card was declined.' },
    ],
    ['refused by the bank', { paymentStatus: 'unpaid', payment: declined }, { kind: 'failed', final: true }],
    [
      'refused by the bank without a reason',
      { paymentStatus: 'unpaid', payment: { ...declined, failure: null } },
      { kind: 'failed', final: true, message: 'The payment did not go through.' },
    ],
    [
      'open and untouched',
      { paymentStatus: 'unpaid', status: 'open', payment: { ...declined, failure: null } },
      { kind: 'pending' },
    ],
    [
      'completed, the bank is still at it',
      { paymentStatus: 'unpaid', payment: { ...PAYMENT, status: 'processing', received: 0 } },
      { kind: 'pending' },
    ],
    ['expired', { paymentStatus: 'unpaid', status: 'expired' }, { kind: 'expired' }],
    ['a word we do not know', { paymentStatus: 'maybe' }, { kind: 'pending' }],
    [
      'nothing required, but a total',
      { paymentStatus: 'no_payment_required', payment: null, paymentId: null },
      { kind: 'pending' },
    ],
    [
      'nothing required on an open page',
      {
        paymentStatus: 'no_payment_required',
        status: 'open',
        amountTotal: 0,
        payment: null,
        paymentId: null,
      },
      { kind: 'pending' },
    ],
  ])('%s', (_what, session, verdict) => {
    expect(judge({ ...PAID, ...session })).toMatchObject(verdict);
  });
});
