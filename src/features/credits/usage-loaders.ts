import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { formatCents, formatCredits, groupDigits } from '@/lib/money';
import { countedPeople } from '@/lib/words';
import { getPurchases } from './average-price';
import { getTotals, listSpendByDay, listUsage, type Totals, type UsageLine } from './usage-queries';
import {
  barsOf,
  centsAPicture,
  creditsAPicture,
  RANGES,
  type Range,
  rangeOf,
  type SpendBar,
  spanOf,
} from './usage-rules';

export type Spend = { range: Range; words: string; bars: readonly SpendBar[]; used: number };

/** A number with its name and what it is made of; `credits` is drawn with the aperture. */
export type UsageFigure = { label: string; note: string; credits?: number; text?: string };

export type ViewLink = { label: string; href: string; current: boolean };

export type UsageRow = {
  key: string;
  name: string;
  /** A person's department; of a department how many people are in it. */
  detail: string | null;
  /** Set for a present member. */
  memberId: string | null;
  used: number;
  given: number;
  pictures: number;
  creditsEach: number | null;
  balance: number;
};

export type UsagePageView = {
  slug: string;
  /** "last 30 days" */
  words: string;
  ranges: ViewLink[];
  figures: UsageFigure[];
  spend: Spend;
  by: 'member' | 'department';
  views: ViewLink[];
  rows: UsageRow[];
  firstHref: string | null;
  nextHref: string | null;
};

type Search = Record<string, string | string[] | undefined>;

const WORDS: Record<Range, string> = {
  '30d': 'last 30 days',
  '90d': 'last 90 days',
  '12m': 'last 12 months',
};

export function rangeWords(range: Range): string {
  return WORDS[range];
}

/** The usage page; for those who do not see the whole team's credits, and for a team of one, it does not exist. */
export async function loadUsage(
  params: Promise<{ slug: string }>,
  searchParams: Promise<Search>,
): Promise<UsagePageView> {
  const ctx = await requireTeamPageFor((await params).slug, 'credits:read');
  if (ctx.team.kind === 'solo') notFound();
  const search = await searchParams;
  const range = rangeOf(typeof search.range === 'string' ? search.range : undefined);
  const by = search.by === 'department' ? 'department' : 'member';
  const cursor = typeof search.after === 'string' ? search.after : undefined;
  const span = spanOf(range, new Date());
  const [spend, totals, purchases, usage] = await Promise.all([
    loadSpend(ctx, range, new Date()),
    getTotals(ctx, span),
    getPurchases(ctx),
    listUsage(ctx, { by, ...span, cursor }),
  ]);
  const address = (change: { range?: Range; by?: string; after?: string | null }) =>
    addressOf({ range, by, ...change });
  return {
    slug: ctx.team.slug,
    words: WORDS[range],
    ranges: rangeLinks(range, (value) => address({ range: value })),
    figures: figuresOf(totals, purchases),
    spend,
    by,
    views: [
      { label: 'People', href: address({ by: 'member' }), current: by === 'member' },
      { label: 'Departments', href: address({ by: 'department' }), current: by === 'department' },
    ],
    rows: usage.rows.map((row) => toRow(row, by)),
    firstHref: cursor ? address({}) : null,
    nextHref: usage.nextCursor ? address({ after: usage.nextCursor }) : null,
  };
}

function figuresOf(totals: Totals, purchases: { bought: number; paidCents: number }): UsageFigure[] {
  const { bought, paidCents, granted, used, refunded, headshots } = totals;
  const each = creditsAPicture(used, headshots);
  const cents = centsAPicture({ ...purchases, used, pictures: headshots });
  const came = [
    paidCents > 0 && `for ${formatCents(paidCents)}`,
    granted > 0 && `${granted} for free`,
    refunded > 0 && `${refunded} refunded`,
  ].filter(Boolean);
  return [
    { label: 'Bought', credits: bought, note: came.join(', ') || 'nothing came in' },
    { label: 'Used', credits: used, note: used > 0 ? 'charged, less what was returned' : 'nothing charged' },
    {
      label: 'Headshots',
      text: groupDigits(headshots),
      note: each === null ? 'none charged' : `${formatCredits(each)} each on average`,
    },
    {
      label: 'Cost per headshot',
      text: cents === null ? '–' : `about ${formatCents(cents)}`,
      note: cents === null ? 'known after a purchase and a headshot' : priceNote(purchases),
    },
  ];
}

function priceNote({ bought, paidCents }: { bought: number; paidCents: number }): string {
  return `at about ${formatCents(Math.round(paidCents / bought))} a credit`;
}

function toRow(line: UsageLine, by: 'member' | 'department'): UsageRow {
  const { key, name, department, people, used, given, headshots, balance } = line;
  const former = key === 'former';
  const count = countedPeople(people);
  return {
    key: key ?? 'none',
    name: name ?? (by === 'member' ? 'A former member' : 'No department'),
    detail: by === 'member' && !former ? department : count,
    memberId: by === 'member' && !former ? key : null,
    used,
    given,
    pictures: headshots,
    creditsEach: creditsAPicture(used, headshots),
    balance,
  };
}

/** Credits charged over a range, as bars. */
export async function loadSpend(ctx: TeamCtx, range: Range, now: Date): Promise<Spend> {
  const days = await listSpendByDay(ctx, spanOf(range, now));
  const used = days.reduce((sum, { credits }) => sum + credits, 0);
  return { range, words: WORDS[range], bars: barsOf(days, range), used };
}

export function rangeLinks(current: Range, href: (range: Range) => string): ViewLink[] {
  return RANGES.map(({ value, label }) => ({ label, href: href(value), current: value === current }));
}

function addressOf(query: { range: Range; by: string; after?: string | null }): string {
  const written = new URLSearchParams();
  if (query.range !== '30d') written.set('range', query.range);
  if (query.by !== 'member') written.set('by', query.by);
  if (query.after) written.set('after', query.after);
  return `?${written}`;
}
