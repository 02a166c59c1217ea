import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
import { getMemberUsage } from './member-usage';
import { findMemberWallet } from './member-wallet';
import { listOpenHolds, type OpenHold } from './open-holds';
import { getOverview, listWallets, type Wallet } from './queries';
import { roleWord } from './rules';
import { loadStatement, type StatementView } from './statement-loaders';
import { filterQuery, readFilters } from './statement-rules';
import { rangeLinks, type Spend, type UsageFigure, type ViewLink } from './usage-loaders';
import { barsOf, creditsAPicture, type Range, rangeOf, spanOf } from './usage-rules';

export type MemberCredits = {
  slug: string;
  /** `about`: address, role, department. `present` until they leave. */
  person: { memberId: string; name: string; about: string; present: boolean };
  wallet: Wallet;
  pool: number;
  /** Whom credits can be moved to: the first 200 by name. */
  others: { memberId: string; name: string }[];
  holds: OpenHold[];
  range: Range;
  ranges: ViewLink[];
  spend: Spend;
  figures: UsageFigure[];
  statement: StatementView;
};

type Search = Record<string, string | string[] | undefined>;

const OTHERS = 200;

/** Answers the not-found page unless this is a wallet of the team that the reader may see. */
export async function requireMemberCredits(
  params: Promise<{ slug: string; memberId: string }>,
): Promise<void> {
  const { slug, memberId } = await params;
  const ctx = await requireTeamPageFor(slug, 'credits:read');
  if (!(await findMemberWallet(ctx, memberId))) notFound();
}

/** One person's credits, for those who hand them out. A person without a wallet in this team is not found. */
export async function loadMemberCredits(
  params: Promise<{ slug: string; memberId: string }>,
  searchParams: Promise<Search>,
): Promise<MemberCredits> {
  const { slug, memberId } = await params;
  const ctx = await requireTeamPageFor(slug, 'credits:read');
  const search = await searchParams;
  const range = rangeOf(typeof search.range === 'string' ? search.range : undefined);
  const texts = await pageTexts();
  const found = await findMemberWallet(ctx, memberId, texts);
  if (!found) notFound();
  const path = `/teams/${slug}/credits/members/${memberId}`;
  const [overview, wallets, holds, usage, statement] = await Promise.all([
    getOverview(ctx),
    listWallets(ctx, { limit: OTHERS }),
    listOpenHolds(ctx, { memberId }, texts),
    getMemberUsage(ctx, memberId, spanOf(range, new Date())),
    loadStatement(ctx, search, { kind: 'wallet', memberId }, path),
  ]);
  const { name, email, role, department, present, ...wallet } = found;
  const rest = filterQuery(readFilters(search));
  return {
    slug,
    person: {
      memberId,
      name,
      about: present
        ? [email, roleWord(role, texts), department].filter(Boolean).join(', ')
        : texts.t('credits.member.gone'),
      present,
    },
    wallet,
    pool: overview.pool,
    others: wallets.rows
      .filter((row) => row.memberId !== memberId)
      .map((row) => ({ memberId: row.memberId, name: row.name })),
    holds,
    range,
    ranges: rangeLinks(range, texts, (value) => {
      const query = new URLSearchParams(rest);
      if (value !== '30d') query.set('range', value);
      return `?${query}`;
    }),
    spend: { range, bars: barsOf(usage.days, range, texts), used: usage.used },
    figures: figuresOf(usage, texts),
    statement,
  };
}

function figuresOf(
  { used, given, pictures }: { used: number; given: number; pictures: number },
  { t, number }: Texts,
): UsageFigure[] {
  const each = creditsAPicture(used, pictures);
  return [
    { label: t('credits.member.given'), credits: given, note: t('credits.member.givenNote') },
    { label: t('credits.member.used'), credits: used, note: t('credits.member.usedNote') },
    {
      label: t('credits.member.headshots'),
      text: number(pictures),
      note: t('credits.member.headshotsNote'),
    },
    {
      label: t('credits.member.each'),
      text: each === null ? '–' : number(each),
      note: t(each === null ? 'credits.member.eachLater' : 'credits.member.eachNote'),
    },
  ];
}
