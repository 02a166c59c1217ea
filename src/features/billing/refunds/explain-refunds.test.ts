import { expect, test } from 'vitest';
import { NO_MONEY } from '../payments/payment-money';
import type { ChargeFacts, RefundFacts } from './charge-facts';
import { explainRefunds, type KnownRefund } from './explain-refunds';

const charge = (amountRefunded: number, refunds: ChargeFacts['refunds']): ChargeFacts => ({
  id: 'ch_1',
  paymentId: 'pi_1',
  customer: 'cus_1',
  createdAt: new Date(),
  amount: 2_900,
  currency: 'usd',
  amountRefunded,
  refunds,
  money: NO_MONEY,
});
const made = (id: string, amount: number, more: Partial<RefundFacts> = {}): RefundFacts => ({
  id,
  amount,
  status: 'succeeded',
  hint: null,
  failure: null,
  createdAt: null,
  ...more,
});
const row = (id: string, amountCents: number, more: Partial<KnownRefund> = {}): KnownRefund => ({
  id,
  origin: 'product',
  amountCents,
  status: 'pending',
  stripeRefundId: null,
  ...more,
});

test('ours by its id, ours by the hint, and one made at Stripe', () => {
  const ours = row('ref_1', 100, { stripeRefundId: 're_1', status: 'succeeded' });
  const unwritten = row('ref_2', 200);
  const facts = charge(600, [made('re_1', 100), made('re_2', 200, { hint: 'ref_2' }), made('re_3', 300)]);
  const { known, foreign } = explainRefunds(facts, [ours, unwritten]);
  expect(known.map(({ row, fact }) => [row.id, fact.id])).toEqual([
    ['ref_1', 're_1'],
    ['ref_2', 're_2'],
  ]);
  expect(foreign).toEqual([{ id: 're_3', amount: 300, status: 'succeeded', failure: null, createdAt: null }]);
});

test('a hint never moves a refund that has another id', () => {
  const ours = row('ref_1', 100, { stripeRefundId: 're_1', status: 'succeeded' });
  const { known, foreign } = explainRefunds(charge(200, [made('re_2', 200, { hint: 'ref_1' })]), [ours]);
  expect([known.length, foreign.map(({ id }) => id)]).toEqual([0, ['re_2']]);
});

test('a refund on its way that Stripe has not heard of explains nothing of what went back', () => {
  const { foreign } = explainRefunds(charge(300, [made('re_9', 300)]), [row('ref_1', 300)]);
  expect(foreign).toHaveLength(1);
});

test('without a list, what our refunds do not explain went back once', () => {
  const counted = row('ref_1', 100, { status: 'succeeded' });
  expect(explainRefunds(charge(400, null), [counted]).foreign).toMatchObject([{ id: null, amount: 300 }]);
  const before = row('ref_2', 300, { status: 'succeeded', origin: 'stripe' });
  expect(explainRefunds(charge(400, null), [counted, before]).foreign).toEqual([]);
});

test('more than the list says went back: the rest counts once', () => {
  const facts = charge(500, [made('re_1', 200)]);
  expect(explainRefunds(facts, []).foreign.map(({ amount }) => amount)).toEqual([200, 300]);
  const rows = [
    row('ref_1', 200, { origin: 'stripe', stripeRefundId: 're_1', status: 'succeeded' }),
    row('ref_2', 300, { origin: 'stripe', status: 'succeeded' }),
  ];
  expect(explainRefunds(facts, rows).foreign).toEqual([]);
});

test('a failed refund is not money that went back', () => {
  const facts = charge(0, [made('re_1', 200, { status: 'failed' })]);
  const ours = row('ref_1', 200, { stripeRefundId: 're_1', status: 'succeeded' });
  const { known, foreign } = explainRefunds(facts, [ours]);
  expect([known[0]?.fact.status, foreign]).toEqual(['failed', []]);
});
