/** Pure decisions: do the balances add up, what does a line of a statement say. */

/** The most credits one move takes; far above any pack, far below what the columns hold. */
export const MAX_AMOUNT = 1_000_000;

/** Credits of an organization right now. `held` is part of `wallets`; `owed` is what a chargeback left unpaid. */
export type Overview = {
  issued: number;
  pool: number;
  wallets: number;
  held: number;
  promised: number;
  used: number;
  refunded: number;
  owed: number;
  /** The part of `wallets` (all of it still held), `held` and `used` of people who have left. */
  former: { wallets: number; used: number };
};

/** Everything that ever came in is somewhere: promise 1 of the product, checked on every page that shows balances. */
export function addsUp(overview: Overview): boolean {
  const { issued, pool, wallets, promised, used, refunded, owed } = overview;
  return issued === pool + wallets + promised + used + refunded - owed;
}

/** The same as a sentence; parts that are zero and unusual are left out. */
export function balanceSentence(overview: Overview): string {
  const parts = [
    `${overview.pool} pool`,
    `${overview.wallets} wallets`,
    `${overview.promised} promised`,
    `${overview.used} used`,
  ];
  if (overview.refunded > 0) parts.push(`${overview.refunded} refunded`);
  const owed = overview.owed > 0 ? ` − ${overview.owed} owed` : '';
  return `${overview.issued} in = ${parts.join(' + ')}${owed}`;
}

/** Credits of the cheapest picture (standard quality, no premium style), for "pictures left". */
export const PICTURE_FROM = 1;

export function picturesLeft(free: number): number {
  return Math.floor(free / PICTURE_FROM);
}

export type MoveFacts = {
  kind: string;
  /** Signed, from the statement's own account. */
  delta: number;
  note: string | null;
  /** The person whose wallet is the other side; null for a former member or another kind of account. */
  otherPerson: string | null;
  /** The other side is a wallet. */
  otherIsWallet: boolean;
  /** The wallet was closed: its member left. */
  memberLeft: boolean;
  invitedEmail: string | null;
  /** What the payment bought: "Starter pack", "Plus plan, November 2026". */
  label: string | null;
  paidCents: number | null;
  styleName: string | null;
  /** In the wallet of a team of one: what came into its pool and went on at once. */
  filled: 'grant' | 'purchase' | null;
  /** Then: what of a purchase repaid a debt and did not come. */
  repaid: number | null;
};

const FORMER = 'a former member';

/** What happened, in the words of the account's owner: "Given to Priya", "Set aside for jonas@…". */
export function describeMove(facts: MoveFacts, formatCents: (cents: number) => string): string {
  const person = facts.otherPerson ?? FORMER;
  const invited = facts.invitedEmail ?? 'an invitation';
  switch (facts.kind) {
    case 'grant':
      return facts.note ?? 'Credits from headcraft';
    case 'purchase':
      return purchased(facts, formatCents);
    case 'allocate':
      if (facts.filled === 'grant') return facts.note ?? 'Credits from headcraft';
      if (facts.filled === 'purchase')
        return `${purchased(facts, formatCents)}${facts.repaid ? `; ${facts.repaid} repaid what was owed` : ''}`;
      if (facts.otherIsWallet) return `Given to ${person}`;
      return facts.delta > 0 ? 'From the team pool' : 'Given';
    case 'reassign':
      return facts.delta > 0 ? `Moved from ${person}` : `Moved to ${person}`;
    case 'reclaim':
      if (facts.memberLeft) return facts.delta > 0 ? `Returned from ${person}` : 'Returned to the pool';
      return facts.delta > 0 ? `Reclaimed from ${person}` : 'Back to the team pool';
    case 'promise':
      return `Set aside for ${invited}`;
    case 'promise_kept':
      return facts.delta > 0 ? 'Welcome credits' : `Kept for ${invited}`;
    case 'promise_returned':
      return `Returned from ${invited}`;
    case 'settle':
      return facts.styleName ? `Headshots, ${facts.styleName}` : 'Headshots';
    case 'wallet_refund':
      return facts.styleName ? `Returned: headshots, ${facts.styleName}` : 'Returned: headshots';
    case 'debt_repayment':
      return 'Repaid after a disputed payment';
    case 'debt_repayment_returned':
      return withLabel('Returned after a won dispute', facts);
    case 'money_refund':
      return withLabel('Refunded', facts);
    case 'money_refund_returned':
      return withLabel('Returned after a failed refund', facts);
    case 'chargeback':
      return withLabel('Disputed payment', facts);
    case 'chargeback_reversal':
      return withLabel('Dispute won', facts);
    default:
      return capitalize(facts.kind.replaceAll('_', ' '));
  }
}

function purchased({ label, paidCents }: MoveFacts, formatCents: (cents: number) => string): string {
  return label && paidCents !== null ? `${label}, ${formatCents(paidCents)}` : (label ?? 'Purchase');
}

function withLabel(words: string, { label }: MoveFacts): string {
  return label ? `${words}: ${label}` : words;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
