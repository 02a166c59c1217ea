import { expect, test } from 'vitest';
import { type PaymentFacts, paymentState } from './payment-state-rules';

const PAID: PaymentFacts = {
  status: 'paid',
  channel: 'checkout',
  amountCents: 2_900,
  refundedCents: 0,
  disputed: null,
  overdueSince: null,
};

test.each([
  ['paid', {}],
  ['partly-refunded', { refundedCents: 2_899 }],
  ['refunded', { refundedCents: 2_900 }],
  ['disputed', { refundedCents: 100, disputed: 'open' }],
  ['charged-back', { disputed: 'lost' }],
  ['paid', { disputed: 'won' }],
  ['partly-refunded', { disputed: 'won', refundedCents: 1 }],
  ['waiting', { status: 'pending' }],
  ['invoiced', { status: 'pending', channel: 'invoice' }],
  ['overdue', { status: 'pending', channel: 'invoice', overdueSince: new Date() }],
  ['failed', { status: 'failed' }],
  ['expired', { status: 'expired' }],
  ['parked', { status: 'parked' }],
] as const)('%s', (state, change) => {
  expect(paymentState({ ...PAID, ...change })).toBe(state);
});
