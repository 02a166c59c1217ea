/** Statements as pages: the filters in the address, links from a line to what it is about, and the sheet for paper. */
import { notFound } from 'next/navigation';
import { requireTeamPage } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
import { findWalletOwner, listWallets } from './queries';
import { listStatement, type StatementOf, type StatementRow } from './statement';
import { findBalanceBefore } from './statement-balance';
import { linkOf } from './statement-links';
import {
  type Account,
  filterQuery,
  filterWords,
  groupsOf,
  kindsOf,
  type MoveGroup,
  readFilters,
  type StatementFilters,
} from './statement-rules';

type Search = Record<string, string | string[] | undefined>;
type Params = Promise<{ slug: string }>;

export type StatementLine = StatementRow & { href: string | null };

export type StatementView = {
  title: string;
  account: 'pool' | 'wallet';
  rows: StatementLine[];
  filters: StatementFilters;
  groups: readonly MoveGroup[];
  /** Whom the filter offers: the first 200 by name. */
  people: { memberId: string; name: string }[];
  /** The page without filters. */
  path: string;
  csvHref: string;
  printHref: string;
  /** Set on older pages: the way back to the newest. */
  newestHref: string | null;
  olderHref: string | null;
  /** What brings the first entry: a purchase, or asking for credits. Null for another's wallet, whose page gives. */
  next: { does: 'buy' | 'ask'; href: string } | null;
};

export type StatementPageView = { slug: string; admin: boolean; statement: StatementView };

const PAGE_ROWS = 25;
const FILTER_PEOPLE = 200;
/** About forty sheets of paper. */
const SHEET_ROWS = 1_000;

/** The statement page: the pool's for those who hand credits out, else the own wallet's. */
export async function loadStatementPage(
  params: Params,
  searchParams: Promise<Search>,
): Promise<StatementPageView> {
  const ctx = await requireTeamPage((await params).slug);
  const statement = await loadStatement(ctx, await searchParams, ownAccount(ctx));
  return { slug: ctx.team.slug, admin: statement.account === 'pool', statement };
}

/** The pool, for those who hand it out; everybody else, and a team of one, has a wallet. */
export function ownAccount(ctx: TeamCtx): StatementOf {
  return roleMay(ctx.actor.role, 'credits:read') && ctx.team.kind === 'team'
    ? { kind: 'pool' }
    : { kind: 'wallet', memberId: ctx.actor.memberId };
}

function accountOf(ctx: TeamCtx, of: StatementOf): Account {
  return ctx.team.kind === 'solo' ? 'solo' : of.kind;
}

/** The newest lines, without filters. */
export async function loadLatest(ctx: TeamCtx, limit: number, texts: Texts): Promise<StatementLine[]> {
  const of = ownAccount(ctx);
  const { rows } = await listStatement(ctx, of, { limit }, texts).catch(emptyWhenMissing);
  return rows.map((row) => withLink(ctx, of, row));
}

/** One page of a statement as its filters want it. `memberPath` is the page of another's wallet. */
export async function loadStatement(
  ctx: TeamCtx,
  search: Search,
  of: StatementOf,
  memberPath?: string,
): Promise<StatementView> {
  const texts = await pageTexts();
  const filters = readFilters(search);
  const cursor = typeof search.before === 'string' ? search.before : undefined;
  const base = `/teams/${ctx.team.slug}/credits`;
  const path = memberPath ?? `${base}/statement`;
  const [page, people] = await Promise.all([
    listStatement(ctx, of, { ...toQuery(ctx, of, filters), cursor, limit: PAGE_ROWS }, texts).catch(
      emptyWhenMissing,
    ),
    of.kind === 'pool' ? listPeople(ctx, filters.person, texts) : [],
  ]);
  const query = filterQuery(filters);
  const older = new URLSearchParams(query);
  if (page.nextCursor) older.set('before', page.nextCursor);
  const wallet = of.kind === 'wallet' ? of.memberId : null;
  const sheet = new URLSearchParams(query);
  if (memberPath && wallet) sheet.set('wallet', wallet);
  return {
    title: texts.t(titleOf(ctx, of)),
    account: of.kind,
    rows: page.rows.map((row) => withLink(ctx, of, row)),
    filters,
    groups: groupsOf(accountOf(ctx, of)),
    people,
    path,
    csvHref: `/api/teams/${ctx.team.slug}/credits/statement?${csvQuery(ctx, of, filters)}`,
    printHref: `${base}/statement/print${sheet.size > 0 ? `?${sheet}` : ''}`,
    newestHref: cursor ? `${path}${query.size > 0 ? `?${query}` : ''}` : null,
    olderHref: page.nextCursor ? `${path}?${older}` : null,
    next: memberPath ? null : firstStep(ctx, base),
  };
}

function firstStep(ctx: TeamCtx, base: string): StatementView['next'] {
  return roleMay(ctx.actor.role, 'billing:buy')
    ? { does: 'buy', href: `${base}/buy` }
    : { does: 'ask', href: base };
}

export type StatementSheet = {
  team: string;
  account: string;
  period: string;
  /** The other filters in words; empty without any. */
  shown: string;
  opening: number;
  closing: number;
  totals: { in: number; out: number };
  /** Oldest first, as one reads paper; `on` is the moment in UTC. */
  rows: (StatementRow & { on: string })[];
  printedOn: string;
  backHref: string;
  /** More moves fit the filters than are on the sheet. */
  cut: boolean;
};

/** The statement as one document: everything that fits the filters, oldest first, with opening and closing balance. */
export async function loadStatementSheet(
  params: Params,
  searchParams: Promise<Search>,
): Promise<StatementSheet> {
  const ctx = await requireTeamPage((await params).slug);
  const search = await searchParams;
  const wallet = typeof search.wallet === 'string' ? search.wallet : undefined;
  if (wallet && wallet !== ctx.actor.memberId && !roleMay(ctx.actor.role, 'credits:read')) notFound();
  const of: StatementOf = wallet ? { kind: 'wallet', memberId: wallet } : ownAccount(ctx);
  const texts = await pageTexts();
  const { t } = texts;
  const filters = readFilters(search);
  const { rows, more } = await readAll(ctx, of, filters, texts).catch((error: unknown) => {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  });
  const oldest = rows.at(0);
  const [opening, closing, account, personName] = await Promise.all([
    more && oldest
      ? oldest.balance - (oldest.in ?? 0) + (oldest.out ?? 0)
      : filters.from
        ? findBalanceBefore(ctx, of, dayStart(filters.from))
        : 0,
    findBalanceBefore(ctx, of, filters.to ? dayEnd(filters.to) : null),
    accountName(ctx, of, texts),
    filters.person ? findWalletOwner(ctx, filters.person) : null,
  ]);
  const now = new Date();
  const day = (value: string | Date) => texts.moment(new Date(value), 'date-year');
  const first = more || !filters.from ? oldest?.at : filters.from;
  const firstDay = first ? day(first) : t('credits.sheet.beginning');
  const lastDay = day(filters.to ?? now);
  const base = `/teams/${ctx.team.slug}/credits`;
  const query = filterQuery(filters);
  return {
    team: ctx.team.name,
    account,
    period: firstDay === lastDay ? lastDay : `${firstDay} – ${lastDay}`,
    shown: filterWords(filters, personName, texts),
    opening,
    closing,
    totals: {
      in: rows.reduce((sum, row) => sum + (row.in ?? 0), 0),
      out: rows.reduce((sum, row) => sum + (row.out ?? 0), 0),
    },
    rows: rows.map((row) => ({ ...row, on: `${day(row.at)} ${texts.moment(new Date(row.at), 'time')}` })),
    printedOn: texts.moment(now, 'full'),
    backHref: `${wallet ? `${base}/members/${wallet}` : `${base}/statement`}${query.size > 0 ? `?${query}` : ''}`,
    cut: more,
  };
}

async function readAll(
  ctx: TeamCtx,
  of: StatementOf,
  filters: StatementFilters,
  texts: Texts,
): Promise<{ rows: StatementRow[]; more: boolean }> {
  const rows: StatementRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listStatement>> = await listStatement(
      ctx,
      of,
      { ...toQuery(ctx, of, filters), cursor: cursor ?? undefined, limit: 200 },
      texts,
    );
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor && rows.length < SHEET_ROWS);
  return { rows: rows.reverse(), more: cursor !== null };
}

function toQuery(ctx: TeamCtx, of: StatementOf, filters: StatementFilters) {
  const { person, from, to, direction } = filters;
  return { kinds: kindsOf(filters.group, accountOf(ctx, of)), person, from, to, direction };
}

function csvQuery(ctx: TeamCtx, of: StatementOf, filters: StatementFilters): URLSearchParams {
  const query = new URLSearchParams({ account: of.kind, format: 'csv' });
  if (of.kind === 'wallet') query.set('member', of.memberId);
  const { kinds, ...rest } = toQuery(ctx, of, filters);
  if (kinds) query.set('kinds', kinds.join(','));
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return query;
}

function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayEnd(day: string): Date {
  return new Date(dayStart(day).getTime() + 86_400_000);
}

/** A wallet that was never opened has no moves; a link to one that is not there (any more) shows none. */
function emptyWhenMissing(error: unknown): { rows: StatementRow[]; nextCursor: null } {
  if (isAppError(error, 'not_found')) return { rows: [], nextCursor: null };
  throw error;
}

function titleOf(ctx: TeamCtx, of: StatementOf) {
  if (of.kind === 'pool') return 'credits.statement.pool';
  return of.memberId === ctx.actor.memberId ? 'credits.statement.mine' : 'credits.statement.other';
}

async function accountName(ctx: TeamCtx, of: StatementOf, { t }: Texts): Promise<string> {
  if (of.kind === 'pool') return t('credits.sheet.pool');
  const mine = of.memberId === ctx.actor.memberId;
  const name = mine ? ctx.user.name : await findWalletOwner(ctx, of.memberId);
  return name === null ? t('credits.sheet.formerWallet') : t('credits.sheet.wallet', { name });
}

async function listPeople(
  ctx: TeamCtx,
  chosen: string | undefined,
  { t }: Texts,
): Promise<StatementView['people']> {
  const { rows } = await listWallets(ctx, { limit: FILTER_PEOPLE });
  const people = rows.map(({ memberId, name }) => ({ memberId, name }));
  if (!chosen || people.some(({ memberId }) => memberId === chosen)) return people;
  const name = (await findWalletOwner(ctx, chosen)) ?? t('credits.formerMember');
  return [...people, { memberId: chosen, name }];
}

function withLink(ctx: TeamCtx, of: StatementOf, row: StatementRow): StatementLine {
  return { ...row, href: linkOf({ actor: ctx.actor, slug: ctx.team.slug }, of, row) };
}
