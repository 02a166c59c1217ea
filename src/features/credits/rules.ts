/** Pure decisions: do the balances add up, what does a line of a statement say. */
import type { Texts } from '@/texts/make-texts';

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
export function balanceSentence(overview: Overview, { t }: Texts): string {
  const { issued, pool, wallets, promised, used, refunded, owed } = overview;
  return t('credits.balance.sum', { issued, pool, wallets, promised, used, refunded, owed });
}

/** Credits of the cheapest picture (standard quality, no premium style), for "pictures left". */
export const PICTURE_FROM = 1;

export function picturesLeft(free: number): number {
  return Math.floor(free / PICTURE_FROM);
}

/** The role of somebody who runs the team; nothing for a member, which most are. */
export function roleWord(role: string | null, { t }: Texts): string | null {
  return role === 'owner' || role === 'admin' ? t(`credits.client.role.${role}`) : null;
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

/** What happened, in the words of the account's owner: "Given to Priya", "Set aside for jonas@…". */
export function describeMove(facts: MoveFacts, texts: Texts): string {
  const { kind, delta, note, styleName } = facts;
  const { t } = texts;
  const person = { person: facts.otherPerson ?? '', former: facts.otherPerson === null ? 'yes' : 'no' };
  const invited = { email: facts.invitedEmail ?? '', known: facts.invitedEmail === null ? 'no' : 'yes' };
  const paid = { label: facts.label ?? '', known: facts.label === null ? 'no' : 'yes' };
  switch (kind) {
    case 'grant':
      return note ?? t('credits.moved.grant');
    case 'purchase':
      return purchased(facts, texts);
    case 'allocate':
      if (facts.filled === 'grant') return note ?? t('credits.moved.grant');
      if (facts.filled === 'purchase') return purchased(facts, texts);
      if (facts.otherIsWallet) return t('credits.moved.givenTo', person);
      return t(delta > 0 ? 'credits.moved.fromPool' : 'credits.moved.given');
    case 'reassign':
      return t(delta > 0 ? 'credits.moved.movedFrom' : 'credits.moved.movedTo', person);
    case 'reclaim':
      if (facts.memberLeft)
        return t(delta > 0 ? 'credits.moved.returnedFrom' : 'credits.moved.returned', person);
      return t(delta > 0 ? 'credits.moved.reclaimedFrom' : 'credits.moved.reclaimed', person);
    case 'promise':
      return t('credits.moved.promise', invited);
    case 'promise_kept':
      return t(delta > 0 ? 'credits.moved.welcome' : 'credits.moved.promiseKept', invited);
    case 'promise_returned':
      return t('credits.moved.promiseReturned', invited);
    case 'settle':
      return styleName ? t('credits.moved.headshotsIn', { style: styleName }) : t('credits.moved.headshots');
    case 'wallet_refund':
      return styleName
        ? t('credits.moved.headshotsInBack', { style: styleName })
        : t('credits.moved.headshotsBack');
    case 'debt_repayment':
    case 'debt_repayment_returned':
    case 'money_refund':
    case 'money_refund_returned':
    case 'chargeback':
    case 'chargeback_reversal':
      return t(`credits.moved.${kind}`, paid);
    default:
      return capitalize(kind.replaceAll('_', ' '));
  }
}

/** "Starter pack, $29", and what of it repaid a debt. */
function purchased({ label, paidCents, filled, repaid }: MoveFacts, { t, cents }: Texts): string {
  const bought = label ?? t('credits.moved.purchase');
  const what =
    label && paidCents !== null ? t('credits.moved.paid', { label, amount: cents(paidCents) }) : bought;
  return filled === 'purchase' && repaid ? t('credits.moved.repaid', { what, repaid }) : what;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
