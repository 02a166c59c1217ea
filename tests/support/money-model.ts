/**
 * What must become of one payment's credits, whatever happens to its money and in which order: a model small enough to read. A
 * team has the credits of the payment and of an older and a newer grant, all in its pool.
 */
export const OPERATIONS = ['part', 'whole', 'opened', 'won', 'lost', 'spend'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const OLDER_GRANT = 5;
export const NEWER_GRANT = 5;
/** Credits spent at once. */
export const SPEND = 15;

/** What was paid, in cents, and the credits it brought. */
export type Paid = { amountCents: number; credits: number };

export type State = {
  paid: Paid;
  pool: number;
  owed: number;
  spent: number;
  /** Cents of each refund that Stripe has made, oldest first. */
  refunds: number[];
  /** Credits that went with refunds. */
  refunded: number;
  dispute: { state: 'open' | 'won' | 'lost'; amount: number; taken: number } | null;
  /** The dispute's amount as the bank wrote it when it opened. */
  disputedCents: number | null;
};

export const start = (paid: Paid): State => ({
  paid,
  pool: OLDER_GRANT + paid.credits + NEWER_GRANT,
  owed: 0,
  spent: 0,
  refunds: [],
  refunded: 0,
  dispute: null,
  disputedCents: null,
});

/** A quarter of the payment. */
export const partOf = ({ paid }: State): number => paid.amountCents / 4;
export const restOf = (state: State): number => state.paid.amountCents - refundedCents(state);

export const refundedCents = ({ refunds }: State): number => refunds.reduce((sum, cents) => sum + cents, 0);

export function next(state: State, operation: Operation): State {
  switch (operation) {
    case 'part':
      return refund(state, partOf(state));
    case 'whole':
      return refund(state, restOf(state));
    case 'spend':
      if (state.owed > 0 || state.pool < SPEND) return state;
      return { ...state, pool: state.pool - SPEND, spent: state.spent + SPEND };
    case 'opened':
      return dispute(state, 'open');
    default:
      return dispute(state, operation);
  }
}

/** Stripe refuses what is more than is left; then nothing is new. */
function refund(state: State, cents: number): State {
  const back = refundedCents(state) + cents;
  if (cents === 0 || back > state.paid.amountCents) return state;
  const share =
    back === state.paid.amountCents
      ? state.paid.credits - state.refunded
      : Math.floor((state.paid.credits * cents) / state.paid.amountCents);
  const taken = Math.min(share, unspent(state), Math.max(0, state.pool - state.owed));
  return {
    ...state,
    pool: state.pool - taken,
    refunds: [...state.refunds, cents],
    refunded: state.refunded + taken,
  };
}

/** The newest credits are spent last: the newer grant stands before the payment. */
function unspent(state: State): number {
  const charged = state.dispute && state.dispute.state !== 'won' ? state.dispute.taken : 0;
  const own = state.paid.credits - state.refunded - charged;
  return Math.min(Math.max(0, state.pool - NEWER_GRANT), own);
}

function dispute(before: State, reading: 'open' | 'won' | 'lost'): State {
  // The bank takes what the cardholder has not got back yet, and says the same amount ever after.
  const amount = before.disputedCents ?? restOf(before);
  if (amount === 0) return before;
  const state = { ...before, disputedCents: amount };
  const known = state.dispute;
  if (!known) {
    const share =
      amount >= state.paid.amountCents
        ? state.paid.credits
        : Math.floor((state.paid.credits * amount) / state.paid.amountCents);
    const taken = reading === 'won' ? 0 : Math.min(share, state.paid.credits - state.refunded);
    const fromPool = Math.min(taken, state.pool);
    return {
      ...state,
      pool: state.pool - fromPool,
      owed: state.owed + taken - fromPool,
      dispute: { state: reading, amount, taken },
    };
  }
  if (known.state === 'won' || reading === 'open' || reading === known.state) return state;
  if (reading === 'lost') return { ...state, dispute: { ...known, state: 'lost' } };
  const repaid = Math.min(state.owed, known.taken);
  return {
    ...state,
    pool: state.pool + known.taken - repaid,
    owed: state.owed - repaid,
    dispute: { ...known, state: 'won' },
  };
}
