/**
 * What a visitor came for, carried through signing up in the address: the front page and the prices lead to `/sign-up`, and `/teams`,
 * where everybody arrives, goes on from there, so that nothing is asked twice.
 */
import { type Role, roleMay } from './permissions';
import { withNext } from './return-path';

/** Where `/teams?go=…` leads, below the team that opens: shortcuts of the installed app, and what somebody came to buy. */
const PAGES = {
  new: '/headshots/new',
  headshots: '/headshots',
  notices: '/notices',
  buy: '/credits/buy',
  plan: '/billing/plan',
} as const;

export type Arrival = {
  /** Path below `/teams/[slug]`; empty: the team's home. */
  page: string;
  /** That page is for those who may buy. */
  buys: boolean;
  /** Came as one person, not for a team. */
  alone: boolean;
  /** What was asked for, as far as it is known: parts of the address, fields of the form that makes a team. */
  fields: Readonly<Record<string, string>>;
};

type Asked = Partial<Record<'go' | 'credits' | 'for', unknown>>;

/** Reads the address of `/teams`, or the form that took it along. What it does not know is left out. */
export function readArrival({ go, credits, for: whom }: Asked): Arrival {
  const fields: Record<string, string> = whom === 'one' ? { for: 'one' } : {};
  const known = typeof go === 'string' && Object.hasOwn(PAGES, go) ? (go as keyof typeof PAGES) : null;
  if (known) fields.go = known;
  if (known === 'buy' && typeof credits === 'string' && /^\d{1,6}$/.test(credits)) fields.credits = credits;
  return {
    page: known ? PAGES[known] + (fields.credits ? `?credits=${fields.credits}` : '') : '',
    buys: known === 'buy' || known === 'plan',
    alone: whom === 'one',
    fields,
  };
}

/** The address of `/teams` that asks for the same again. */
export function arrivalPath({ fields }: Arrival): string {
  const search = new URLSearchParams(fields).toString();
  return search ? `/teams?${search}` : '/teams';
}

/** Path below `/teams/[slug]`: who may not buy there is not led to a page that refuses them. */
export function pageFor({ page, buys }: Arrival, role: Role): string {
  return buys && !roleMay(role, 'billing:buy') ? '' : page;
}

export const START_ALONE = withNext('/sign-up', '/teams?for=one');
export const START_BUYING = withNext('/sign-up', '/teams?go=buy');
export const START_PLAN = withNext('/sign-up', '/teams?go=plan');

/** A number of credits is appended to it. */
export const START_BUYING_CREDITS = withNext('/sign-up', '/teams?go=buy&credits=');
