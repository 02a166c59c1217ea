/** Which of Stripe's refunds are ours, and which were made at Stripe. Pure. */
import type { ChargeFacts, RefundFacts } from './charge-facts';

export type KnownRefund = {
  id: string;
  origin: 'product' | 'stripe';
  amountCents: number;
  status: 'pending' | 'succeeded' | 'failed';
  stripeRefundId: string | null;
};

export type Explained<R extends KnownRefund> = {
  known: { row: R; fact: RefundFacts }[];
  /** Refunds that nobody asked for in the product. `id` is null where Stripe lists none for an amount that went back. */
  foreign: (Omit<RefundFacts, 'id' | 'hint'> & { id: string | null })[];
};

/**
 * A refund is ours by the id that we wrote down or, where we died before, by the one in its metadata. What the charge says went
 * back beyond the refunds listed counts as one more, less what we have counted that way before.
 */
export function explainRefunds<R extends KnownRefund>(charge: ChargeFacts, rows: readonly R[]): Explained<R> {
  const explained: Explained<R> = { known: [], foreign: [] };
  for (const fact of charge.refunds ?? []) {
    const row =
      rows.find(({ stripeRefundId }) => stripeRefundId === fact.id) ??
      rows.find(({ id, stripeRefundId }) => stripeRefundId === null && id === fact.hint);
    if (row) explained.known.push({ row, fact });
    else
      explained.foreign.push({
        id: fact.id,
        amount: fact.amount,
        status: fact.status,
        failure: fact.failure,
        createdAt: fact.createdAt,
      });
  }
  const amount = charge.amountRefunded - explainedCents(charge, rows);
  if (amount > 0)
    explained.foreign.push({ id: null, amount, status: 'succeeded', failure: null, createdAt: null });
  return explained;
}

function explainedCents(charge: ChargeFacts, rows: readonly KnownRefund[]): number {
  const counted = rows.filter(({ status }) => status !== 'failed');
  if (charge.refunds === null) return sum(counted.map(({ amountCents }) => amountCents));
  const listed = charge.refunds.filter(({ status }) => status !== 'failed');
  const unlisted = counted.filter(
    ({ origin, stripeRefundId }) => origin === 'stripe' && stripeRefundId === null,
  );
  return sum(listed.map(({ amount }) => amount)) + sum(unlisted.map(({ amountCents }) => amountCents));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
