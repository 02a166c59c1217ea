import { expect, test } from 'vitest';
import { textsIn } from '@/texts/catalogue';
import { type OrderSituation, orderWords } from './order-rules';

const toldOf = (order: OrderSituation) => orderWords(order, textsIn('en'));

const ORDER: OrderSituation = {
  status: 'pending',
  failure: null,
  overdue: false,
  cancelled: false,
  pageOpen: false,
  credits: 50,
  solo: false,
  alone: false,
  label: 'Starter pack',
  kind: 'pack',
  channel: 'checkout',
};

test.each([
  ['failed', 'Not charged'],
  ['expired', 'Not charged'],
  ['parked', 'No credits were added'],
] as const)('%s says that %s', (status, promise) => {
  expect(toldOf({ ...ORDER, status }).next).toContain(promise);
});

test('a declined card is told in the bank’s words', () => {
  const words = toldOf({ ...ORDER, status: 'failed', failure: 'Your card was declined.' });
  expect(words).toMatchObject({ kind: 'failed', happened: 'Your card was declined.' });
});

test('an unpaid order can go on while its page is open; else it is being confirmed', () => {
  expect(toldOf({ ...ORDER, pageOpen: true })).toMatchObject({ kind: 'open', title: 'Not paid yet' });
  expect(toldOf({ ...ORDER, pageOpen: true, cancelled: true }).title).toBe('Payment cancelled');
  expect(toldOf({ ...ORDER, cancelled: true })).toMatchObject({ kind: 'processing' });
  expect(toldOf(ORDER)).toMatchObject({ kind: 'processing' });
});

test('a team hands credits out, a team of one spends them', () => {
  expect(toldOf({ ...ORDER, status: 'paid' }).next).toContain('pool');
  expect(toldOf({ ...ORDER, status: 'paid', solo: true }).next).not.toContain('pool');
  expect(toldOf({ ...ORDER, status: 'paid', alone: true }).next).toContain('invite your people');
});

test('a plan starts, and says what every month brings', () => {
  const words = toldOf({ ...ORDER, status: 'paid', kind: 'plan', label: 'Plus plan', credits: 20 });
  expect(words.title).toBe('Plus plan started');
  expect(words.next).toContain('20 credits');
});

test('an invoice waits for its payment and can be void', () => {
  const order = { ...ORDER, channel: 'invoice' } as const;
  expect(toldOf(order)).toMatchObject({ kind: 'invoice', title: 'Invoice sent' });
  expect(toldOf({ ...order, overdue: true })).toMatchObject({
    kind: 'invoice',
    title: 'Invoice overdue',
  });
  const declined = { ...order, failure: 'Your card was declined.' };
  expect(toldOf(declined)).toMatchObject({ kind: 'invoice', happened: 'Your card was declined.' });
  expect(toldOf({ ...order, status: 'cancelled' })).toMatchObject({ title: 'Invoice cancelled' });
  expect(toldOf({ ...order, status: 'cancelled' }).next).toContain('Not charged');
});
