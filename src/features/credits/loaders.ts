import { notFound } from 'next/navigation';
import { requireTeamPage } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
import { listOpenHolds, type OpenHold } from './open-holds';
import {
  findMyWallet,
  getOverview,
  getOwed,
  listCreditGivers,
  listOpenPromises,
  listWallets,
  type OpenPromise,
  type Wallet,
  type WalletPage,
} from './queries';
import { findMyRequest, listRequests, type RequestRow, type RequestView } from './request-queries';
import type { Overview } from './rules';
import { loadLatest, type StatementLine } from './statement-loaders';
import { loadSpend, type Spend } from './usage-loaders';
import { listDepartments } from './usage-queries';

export type { OpenHold } from './open-holds';
export type AskedFor = RequestRow;
export type MyRequest = RequestView;

export type AdminCredits = {
  kind: 'admin';
  slug: string;
  overview: Overview;
  /** ISO 8601: the balances were added up then. */
  checkedAt: string;
  wallets: WalletPage & { search: string; firstHref: string | null; nextHref: string | null };
  promises: OpenPromise[];
  holds: OpenHold[];
  /** Waiting for an answer, newest first. */
  requests: { rows: AskedFor[]; more: boolean };
  departments: string[];
  latest: StatementLine[];
  spend: Spend;
};

export type MyCredits = {
  kind: 'mine';
  slug: string;
  /** A team of one. */
  solo: boolean;
  wallet: Wallet;
  /** Of the team, after a disputed payment. */
  owed: number;
  mayBuy: boolean;
  /** Who can give credits, when buying is not this person's to do. */
  givers: string[];
  /** The newest request, unless it was withdrawn. */
  request: MyRequest | null;
  latest: StatementLine[];
};

type Search = Record<string, string | string[] | undefined>;

const WALLET_ROWS = 25;
const OPEN_REQUESTS = 20;
const LATEST_ROWS = 10;

/** The credits page: the whole team's for those who hand credits out, the own wallet for everybody else and for a team of one. */
export async function loadCredits(
  params: Promise<{ slug: string }>,
  searchParams: Promise<Search>,
): Promise<AdminCredits | MyCredits> {
  const ctx = await requireTeamPage((await params).slug);
  const admin = roleMay(ctx.actor.role, 'credits:read') && ctx.team.kind === 'team';
  const texts = await pageTexts();
  return admin ? loadAdmin(ctx, await searchParams, texts) : loadMine(ctx, texts);
}

/** An address with a cursor that we did not make has no page. */
function missingPage(error: unknown): never {
  if (isAppError(error, 'malformed')) notFound();
  throw error;
}

async function loadAdmin(ctx: TeamCtx, search: Search, texts: Texts): Promise<AdminCredits> {
  const find = text(search.search) ?? '';
  const [overview, wallets, promises, holds, requests, departments, latest, spend] = await Promise.all([
    getOverview(ctx),
    listWallets(ctx, { search: find, cursor: text(search.people), limit: WALLET_ROWS }).catch(missingPage),
    listOpenPromises(ctx),
    listOpenHolds(ctx, {}, texts),
    listRequests(ctx, { status: 'pending', limit: OPEN_REQUESTS }, texts),
    listDepartments(ctx),
    loadLatest(ctx, LATEST_ROWS, texts),
    loadSpend(ctx, '30d', new Date(), texts),
  ]);
  return {
    kind: 'admin',
    slug: ctx.team.slug,
    overview,
    checkedAt: new Date().toISOString(),
    wallets: {
      ...wallets,
      search: find,
      firstHref: search.people ? href(search, { people: undefined }) : null,
      nextHref: wallets.nextCursor ? href(search, { people: wallets.nextCursor }) : null,
    },
    promises,
    holds,
    requests: { rows: requests.rows, more: requests.nextCursor !== null },
    departments,
    latest,
    spend,
  };
}

/** The own wallet. */
export async function loadMine(ctx: TeamCtx, texts: Texts): Promise<MyCredits> {
  const [wallet, owed, givers, request, latest] = await Promise.all([
    findMyWallet(ctx),
    getOwed(ctx),
    listCreditGivers(ctx),
    findMyRequest(ctx, texts),
    loadLatest(ctx, LATEST_ROWS, texts),
  ]);
  return {
    kind: 'mine',
    slug: ctx.team.slug,
    solo: ctx.team.kind === 'solo',
    wallet,
    owed,
    mayBuy: roleMay(ctx.actor.role, 'billing:buy'),
    givers: givers.map(({ name }) => name),
    request: request?.status === 'withdrawn' ? null : request,
    latest,
  };
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same page with some of its query changed. */
function href(search: Search, change: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...search, ...change })) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return `?${query}`;
}
