/** What each movement of money does to the account's balance, with Stripe's fees. */
import { seconds } from './events';
import type { BalanceTransaction } from './objects/payments';
import { type Store, stripeId } from './store';

const DAYS_UNTIL_AVAILABLE = 2;
const DAY = 86_400;
/** Cents that a dispute costs, won or lost. Source: Stripe's pricing for the United States. */
export const DISPUTE_FEE = 1500;

/** Stripe's price for a card: 2.9 % and 30 cents. */
export function cardFee(amount: number): number {
  return Math.round(amount * 0.029) + 30;
}

/** Stripe's price for a bank payment: 0.8 %, at most $5. */
export function bankFee(amount: number): number {
  return Math.min(Math.round(amount * 0.008), 500);
}

type Movement = Pick<BalanceTransaction, 'amount' | 'currency' | 'type' | 'reporting_category'> & {
  source: string;
  fee?: number;
  description?: string | null;
};

export function moveBalance(store: Store, movement: Movement, now: Date): BalanceTransaction {
  const { fee = 0, description = null, ...rest } = movement;
  const created = seconds(now);
  const moved: BalanceTransaction = {
    id: stripeId('txn'),
    object: 'balance_transaction',
    ...rest,
    available_on: created + DAYS_UNTIL_AVAILABLE * DAY,
    balance_type: 'payments',
    created,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, movement)],
    net: movement.amount - fee,
    status: 'pending',
  };
  store.balanceTransactions[moved.id] = moved;
  return moved;
}

function feeDetail(amount: number, { currency, type }: Movement) {
  const description = type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees';
  return { amount, application: null, currency, description, type: 'stripe_fee' };
}
