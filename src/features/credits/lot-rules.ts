/** First in, first out: which credits of a payment are still unspent. `ledger_unspent` (20-ledger-5-money.sql) says the same. */

/** Credits that came in at once, by a payment or a grant, in the order they came. */
export type Lot = {
  id: string;
  credits: number;
  /** Of these, what refunds and chargebacks took back (less what came back), and what repaid a debt. */
  taken: number;
};

/** What a lot can still account for. */
export function capacityOf({ credits, taken }: Lot): number {
  return Math.max(credits - taken, 0);
}

/**
 * Unspent credits of the lot `id`. The oldest credits are spent first, so of all credits that still exist (pool, wallets and
 * promised) the later lots account for as many as they can, and what then remains is this lot's, up to what it can have.
 */
export function unspentOf(lots: readonly Lot[], existing: number, id: string): number {
  const at = lots.findIndex((lot) => lot.id === id);
  const lot = lots[at];
  if (!lot) return 0;
  const later = lots.slice(at + 1).reduce((sum, next) => sum + capacityOf(next), 0);
  return Math.min(Math.max(existing - later, 0), capacityOf(lot));
}
