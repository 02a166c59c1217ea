/** When a payment still gives what it brought: pure, safe in a browser. `kept-money.ts` says the same in SQL. */

/** While at least half of its money stayed. What cost nothing has nothing to lose and counts. */
export function isKept(paidCents: number, goneCents: number): boolean {
  return 2 * goneCents <= paidCents;
}

/** The most cents that may go back besides; below zero when it does not count any more. */
export function spareCents(paidCents: number, goneCents: number): number {
  return Math.floor(paidCents / 2) - goneCents;
}
