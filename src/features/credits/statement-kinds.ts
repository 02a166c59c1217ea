/** Which kinds of moves can put credits into an account, and which take some out: what a filtered statement has to look through. */
import type { TRANSFER_KINDS } from '@/db/schema/credits';

export type TransferKind = (typeof TRANSFER_KINDS)[number];

const DIRECTIONS = {
  pool: {
    in: [
      'grant',
      'purchase',
      'reclaim',
      'promise_returned',
      'money_refund_returned',
      'chargeback_reversal',
      'debt_repayment_returned',
    ],
    out: ['allocate', 'promise', 'debt_repayment', 'money_refund', 'chargeback'],
  },
  wallet: {
    in: [
      'grant',
      'allocate',
      'reassign',
      'promise_kept',
      'wallet_refund',
      'money_refund_returned',
      'chargeback_reversal',
      'debt_repayment_returned',
    ],
    out: ['reassign', 'reclaim', 'settle', 'money_refund', 'chargeback'],
  },
} as const satisfies Record<string, Record<'in' | 'out', readonly TransferKind[]>>;

/** What runs between the pool and a wallet, and between two wallets. */
const BETWEEN = { pool: ['allocate', 'reclaim'], wallet: ['reassign'] } as const;

/** The kinds that can fit the filters; null for all of them. */
export function kindsToRead(
  account: 'pool' | 'wallet',
  filters: { kinds?: readonly string[]; person?: string; direction?: 'in' | 'out' },
): TransferKind[] | null {
  const { kinds, person, direction } = filters;
  if (!kinds && !person && !direction) return null;
  const { in: into, out } = DIRECTIONS[account];
  const possible: readonly TransferKind[] = direction ? { in: into, out }[direction] : [...into, ...out];
  const between: readonly TransferKind[] = person ? BETWEEN[account] : possible;
  return [...new Set(possible)].filter((kind) => between.includes(kind) && (!kinds || kinds.includes(kind)));
}
