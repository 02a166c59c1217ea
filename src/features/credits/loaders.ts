import { requireTeamPage } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { isAppError } from '@/lib/errors';
import { roleMay } from '@/lib/permissions';
import {
  findMyWallet,
  findWalletOwner,
  getOverview,
  listCreditGivers,
  listOpenPromises,
  listWallets,
  type OpenPromise,
  type Wallet,
  type WalletPage,
} from './queries';
import type { Overview } from './rules';
import { listStatement, type StatementOf, type StatementPage } from './statement';

export type StatementView = StatementPage & {
  title: string;
  /** Whose moves these are decides which links a line may have. */
  of: 'pool' | 'mine' | 'other';
  csvHref: string;
  /** Set on older pages: the way back to the newest. */
  newestHref: string | null;
  olderHref: string | null;
};

export type AdminCredits = {
  kind: 'admin';
  slug: string;
  overview: Overview;
  /** ISO 8601: the balances were added up then. */
  checkedAt: string;
  wallets: WalletPage & { search: string; firstHref: string | null; nextHref: string | null };
  promises: OpenPromise[];
  statement: StatementView;
};

export type MyCredits = {
  kind: 'mine';
  slug: string;
  wallet: Wallet;
  mayBuy: boolean;
  /** Who can give credits, when buying is not this person's to do. */
  givers: string[];
  statement: StatementView;
};

type Search = Record<string, string | string[] | undefined>;

const STATEMENT_ROWS = 25;

/** The credits page: the whole team's for those who hand credits out, the own wallet for everybody else and for a team of one. */
export async function loadCredits(
  params: Promise<{ slug: string }>,
  searchParams: Promise<Search>,
): Promise<AdminCredits | MyCredits> {
  const ctx = await requireTeamPage((await params).slug);
  const search = await searchParams;
  const admin = roleMay(ctx.actor.role, 'credits:read') && ctx.team.kind === 'team';
  return admin ? loadAdmin(ctx, search) : loadMine(ctx, search);
}

async function loadAdmin(ctx: TeamCtx, search: Search): Promise<AdminCredits> {
  const find = text(search.search) ?? '';
  const [overview, wallets, promises, statement] = await Promise.all([
    getOverview(ctx),
    listWallets(ctx, { search: find, cursor: text(search.people), limit: 25 }),
    listOpenPromises(ctx),
    loadStatement(ctx, search, text(search.wallet)),
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
    statement,
  };
}

async function loadMine(ctx: TeamCtx, search: Search): Promise<MyCredits> {
  const [wallet, givers, statement] = await Promise.all([
    findMyWallet(ctx),
    listCreditGivers(ctx),
    loadStatement(ctx, search, ctx.actor.memberId),
  ]);
  const mayBuy = roleMay(ctx.actor.role, 'billing:buy');
  const names = givers.map(({ name }) => name);
  return { kind: 'mine', slug: ctx.team.slug, wallet, mayBuy, givers: names, statement };
}

async function loadStatement(ctx: TeamCtx, search: Search, memberId?: string): Promise<StatementView> {
  const of: StatementOf = memberId ? { kind: 'wallet', memberId } : { kind: 'pool' };
  const cursor = text(search.before);
  const page = await listStatement(ctx, of, { cursor, limit: STATEMENT_ROWS }).catch((error: unknown) => {
    // A link to a wallet that is not there (any more) shows an empty statement rather than an error page.
    if (isAppError(error, 'not_found')) return { rows: [], nextCursor: null };
    throw error;
  });
  const mine = memberId === ctx.actor.memberId;
  const account = memberId ? `account=wallet&member=${memberId}` : 'account=pool';
  return {
    ...page,
    title: await titleOf(ctx, memberId),
    of: memberId ? (mine ? 'mine' : 'other') : 'pool',
    csvHref: `/api/teams/${ctx.team.slug}/credits/statement?${account}&format=csv`,
    newestHref: cursor ? href(search, { before: undefined }) : null,
    olderHref: page.nextCursor ? href(search, { before: page.nextCursor }) : null,
  };
}

async function titleOf(ctx: TeamCtx, memberId: string | undefined): Promise<string> {
  if (!memberId) return 'Pool statement';
  if (memberId === ctx.actor.memberId) return 'My statement';
  return `Statement of ${(await findWalletOwner(ctx, memberId)) ?? 'a former member'}`;
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
