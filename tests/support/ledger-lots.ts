/**
 * First in, first out, told from the other end than `ledger_unspent`: that one gives the credits that still exist to the newest
 * lots, this one takes those that are gone from the oldest. So the two can disagree.
 */

/** Credits that came in at once, by a payment or a grant, in the order they came. */
export type Lot = {
  id: string;
  credits: number;
  /** Of these, what refunds and chargebacks took back, less what came back. */
  taken: number;
  /** Of these, what repaid a debt, less what was undone of that. */
  repaid: number;
};

/** Credits of the lot `id` that nobody has spent; `existing` are those in the pool, in wallets and promised. */
export function unspentOf(lots: readonly Lot[], existing: number, id: string): number {
  const own = lots.map(({ credits, taken, repaid }) => Math.max(credits - taken - repaid, 0));
  let gone = Math.max(own.reduce((sum, part) => sum + part, 0) - existing, 0);
  for (const [at, lot] of lots.entries()) {
    const part = own[at] ?? 0;
    const spent = Math.min(part, gone);
    if (lot.id === id) return part - spent;
    gone -= spent;
  }
  return 0;
}
