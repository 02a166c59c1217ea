import { expect, test } from 'vitest';
import { TRANSFER_KINDS } from '@/db/schema/credits';
import { QUALITY_CREDITS } from '@/features/billing/price-list';
import { textsIn } from '@/texts/catalogue';
import {
  addsUp,
  balanceSentence,
  describeMove,
  type MoveFacts,
  type Overview,
  PICTURE_FROM,
  picturesLeft,
} from './rules';

const texts = textsIn('en');

const overview: Overview = {
  issued: 553,
  pool: 269,
  wallets: 145,
  held: 12,
  promised: 20,
  used: 119,
  refunded: 0,
  owed: 0,
  former: { wallets: 0, used: 0 },
};

test('the balance sentence adds up, and says when it does not', () => {
  expect(balanceSentence(overview, texts)).toBe('553 in = 269 pool + 145 wallets + 20 promised + 119 used');
  expect(addsUp(overview)).toBe(true);
  expect(addsUp({ ...overview, used: 118 })).toBe(false);
  const afterChargeback = { ...overview, pool: 0, refunded: 300, owed: 31 };
  expect(balanceSentence(afterChargeback, texts)).toBe(
    '553 in = 0 pool + 145 wallets + 20 promised + 119 used + 300 refunded − 31 owed',
  );
  expect(addsUp(afterChargeback)).toBe(true);
});

test('pictures left counts the cheapest picture of the price list', () => {
  expect(PICTURE_FROM).toBe(QUALITY_CREDITS.standard);
  expect(picturesLeft(3)).toBe(3);
});

const facts: MoveFacts = {
  filled: null,
  repaid: null,
  kind: 'allocate',
  delta: -5,
  note: null,
  otherPerson: 'Luca Ferri',
  otherIsWallet: true,
  memberLeft: false,
  invitedEmail: null,
  label: null,
  paidCents: null,
  styleName: null,
};
const line = (change: Partial<MoveFacts>) => describeMove({ ...facts, ...change }, texts);

test.each<[Partial<MoveFacts>, string]>([
  [{}, 'Given to Luca Ferri'],
  [{ otherPerson: null }, 'Given to a former member'],
  [{ delta: 5, otherIsWallet: false }, 'From the team pool'],
  [{ kind: 'purchase', label: 'Enterprise pack', paidCents: 19_900 }, 'Enterprise pack, $199'],
  [
    { kind: 'purchase', label: 'Plus plan, November 2026', paidCents: 999 },
    'Plus plan, November 2026, $9.99',
  ],
  [{ kind: 'purchase' }, 'Purchase'],
  [{ kind: 'grant', note: 'Free plan, first team' }, 'Free plan, first team'],
  [{ kind: 'reassign' }, 'Moved to Luca Ferri'],
  [{ kind: 'reassign', delta: 5 }, 'Moved from Luca Ferri'],
  [{ kind: 'reclaim', delta: 5 }, 'Reclaimed from Luca Ferri'],
  [{ kind: 'reclaim', delta: 5, otherPerson: null, memberLeft: true }, 'Returned from a former member'],
  [{ kind: 'promise', invitedEmail: 'jonas@acme.example' }, 'Set aside for jonas@acme.example'],
  [{ kind: 'promise_kept', delta: 5 }, 'Welcome credits'],
  [{ kind: 'settle', styleName: 'Corporate' }, 'Headshots, Corporate'],
  [{ kind: 'wallet_refund', delta: 5 }, 'Returned: headshots'],
  [{ kind: 'allocate', delta: 5, filled: 'grant', note: 'A present' }, 'A present'],
  [
    { kind: 'allocate', delta: 5, filled: 'purchase', label: 'Starter pack', paidCents: 2_900, repaid: 0 },
    'Starter pack, $29',
  ],
  [{ kind: 'debt_repayment' }, 'Repaid after a disputed payment'],
  [{ kind: 'money_refund', label: 'Starter pack' }, 'Refunded: Starter pack'],
  [{ kind: 'money_refund' }, 'Refunded'],
  [{ kind: 'money_refund_returned', delta: 5 }, 'Returned after a failed refund'],
  [{ kind: 'chargeback', label: 'Starter pack' }, 'Disputed payment: Starter pack'],
  [{ kind: 'debt_repayment_returned', label: 'Plus plan' }, 'Returned after a won dispute: Plus plan'],
  [{ kind: 'chargeback_reversal', delta: 5, label: 'Starter pack' }, 'Dispute won: Starter pack'],
])('%o reads "%s"', (change, expected) => {
  expect(line(change)).toBe(expected);
});

test('every kind of transfer has words of its own or a readable name', () => {
  for (const kind of TRANSFER_KINDS) expect(line({ kind })).toMatch(/^[A-Z][^_]+$/);
});
