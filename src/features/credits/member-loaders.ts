import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import { groupDigits } from '@/lib/money';
import { getMemberUsage } from './member-usage';
import { findMemberWallet } from './member-wallet';
import { listOpenHolds, type OpenHold } from './open-holds';
import { getOverview, listWallets, type Wallet } from './queries';
import { loadStatement, type StatementView } from './statement-loaders';
import { filterQuery, readFilters } from './statement-rules';
import { rangeLinks, rangeWords, type Spend, type UsageFigure, type ViewLink } from './usage-loaders';
import { barsOf, creditsAPicture, rangeOf, spanOf } from './usage-rules';

export type MemberCredits = {
  slug: string;
  /** `about`: address, role, department. `present` until they leave. */
  person: { memberId: string; name: string; about: string; present: boolean };
  wallet: Wallet;
  pool: number;
  /** Whom credits can be moved to: the first 200 by name. */
  others: { memberId: string; name: string }[];
  holds: OpenHold[];
  words: string;
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
  const found = await findMemberWallet(ctx, memberId);
  if (!found) notFound();
  const path = `/teams/${slug}/credits/members/${memberId}`;
  const [overview, wallets, holds, usage, statement] = await Promise.all([
    getOverview(ctx),
    listWallets(ctx, { limit: OTHERS }),
    listOpenHolds(ctx, { memberId }),
    getMemberUsage(ctx, memberId, spanOf(range, new Date())),
    loadStatement(ctx, search, { kind: 'wallet', memberId }, path),
  ]);
  const { name, email, role, department, present, ...wallet } = found;
  const words = rangeWords(range);
  const rest = filterQuery(readFilters(search));
  return {
    slug,
    person: {
      memberId,
      name,
      about: present
        ? [email, role === 'member' ? null : role, department].filter(Boolean).join(', ')
        : 'No longer in the team',
      present,
    },
    wallet,
    pool: overview.pool,
    others: wallets.rows
      .filter((row) => row.memberId !== memberId)
      .map((row) => ({ memberId: row.memberId, name: row.name })),
    holds,
    words,
    ranges: rangeLinks(range, (value) => {
      const query = new URLSearchParams(rest);
      if (value !== '30d') query.set('range', value);
      return `?${query}`;
    }),
    spend: { range, words, bars: barsOf(usage.days, range), used: usage.used },
    figures: figuresOf(usage),
    statement,
  };
}

function figuresOf({
  used,
  given,
  pictures,
}: {
  used: number;
  given: number;
  pictures: number;
}): UsageFigure[] {
  const each = creditsAPicture(used, pictures);
  return [
    { label: 'Given', credits: given, note: 'from the pool and from others' },
    { label: 'Used', credits: used, note: 'charged, less what was returned' },
    { label: 'Headshots', text: groupDigits(pictures), note: 'accepted and charged' },
    {
      label: 'Credits per headshot',
      text: each === null ? '–' : String(each),
      note: each === null ? 'known after the first headshot' : 'on average',
    },
  ];
}
