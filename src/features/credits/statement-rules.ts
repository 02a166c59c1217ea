/** The filters of a statement as the address of its page holds them. Browser-safe. */
import type { Texts } from '@/texts/make-texts';

/** Whose statement it is: the pool's, a wallet's, or the wallet's of a team of one. */
export type Account = 'pool' | 'wallet' | 'solo';

/** What a reader looks for, and the kinds of moves that are it. */
export const MOVE_GROUPS = [
  { value: 'in', kinds: ['purchase', 'grant'] },
  { value: 'given', kinds: ['allocate'] },
  { value: 'back', kinds: ['reclaim'] },
  { value: 'moved', kinds: ['reassign'] },
  { value: 'invitations', kinds: ['promise', 'promise_kept', 'promise_returned'] },
  { value: 'headshots', kinds: ['settle', 'wallet_refund'] },
  { value: 'refunds', kinds: ['money_refund', 'money_refund_returned'] },
  {
    value: 'disputes',
    kinds: ['chargeback', 'chargeback_reversal', 'debt_repayment', 'debt_repayment_returned'],
  },
] as const;

export type MoveGroup = (typeof MOVE_GROUPS)[number]['value'];
export type MoveKind = (typeof MOVE_GROUPS)[number]['kinds'][number];

/** Groups that can stand in a pool's statement, and in a wallet's. */
const IN_POOL: readonly MoveGroup[] = ['in', 'given', 'back', 'invitations', 'refunds', 'disputes'];
const IN_WALLET: readonly MoveGroup[] = ['given', 'back', 'moved', 'invitations', 'headshots', 'disputes'];
const IN_SOLO_WALLET: readonly MoveGroup[] = ['in', 'headshots', 'refunds', 'disputes'];

export function groupsOf(account: Account): readonly MoveGroup[] {
  return { pool: IN_POOL, wallet: IN_WALLET, solo: IN_SOLO_WALLET }[account];
}

export type StatementFilters = {
  group?: MoveGroup | undefined;
  /** A member id: the other side of the move. */
  person?: string | undefined;
  /** Days in UTC, both included: "2026-11-20". */
  from?: string | undefined;
  to?: string | undefined;
  direction?: 'in' | 'out' | undefined;
};

type Search = Record<string, string | string[] | undefined>;

/** What cannot be read is left out, so that a bent address shows more, never an error. */
export function readFilters(search: Search): StatementFilters {
  const group = MOVE_GROUPS.find(({ value }) => value === search.kind)?.value;
  const person = typeof search.person === 'string' ? search.person.slice(0, 100) : '';
  const direction = search.direction === 'in' || search.direction === 'out' ? search.direction : undefined;
  return {
    ...(group ? { group } : {}),
    ...(person ? { person } : {}),
    ...pick('from', day(search.from)),
    ...pick('to', day(search.to)),
    ...(direction ? { direction } : {}),
  };
}

/** The same filters as a query, for links, the CSV and the print view. */
export function filterQuery(filters: StatementFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.group) query.set('kind', filters.group);
  if (filters.person) query.set('person', filters.person);
  if (filters.from) query.set('from', filters.from);
  if (filters.to) query.set('to', filters.to);
  if (filters.direction) query.set('direction', filters.direction);
  return query;
}

/** What comes into a team of one goes on from its pool to its wallet, so there it is an allocation. */
export function kindsOf(group: MoveGroup | undefined, account: Account): readonly MoveKind[] | undefined {
  const kinds = MOVE_GROUPS.find(({ value }) => value === group)?.kinds;
  return kinds && group === 'in' && account === 'solo' ? [...kinds, 'allocate'] : kinds;
}

/** The filters but for the dates, in words: "Given, to or from Luca, only out". Empty without any. */
export function filterWords(filters: StatementFilters, personName: string | null, { t }: Texts): string {
  const words = [
    filters.group && t(`credits.filter.group.${filters.group}`),
    filters.person &&
      (personName === null
        ? t('credits.filter.words.withFormer')
        : t('credits.filter.words.with', { person: personName })),
    filters.direction && t(`credits.filter.words.only.${filters.direction}`),
  ].filter(Boolean);
  return words.join(', ');
}

function day(value: string | string[] | undefined): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value) ? value : undefined;
}

function pick<K extends string>(name: K, value: string | undefined): { [name in K]?: string } {
  return value ? ({ [name]: value } as { [name in K]: string }) : {};
}
