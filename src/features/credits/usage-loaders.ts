import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
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

export type Spend = { range: Range; bars: readonly SpendBar[]; used: number };

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
  range: Range;
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

/** The usage page; for those who do not see the whole team's credits, and for a team of one, it does not exist. */
export async function loadUsage(
  params: Promise<{ slug: string }>,
  searchParams: Promise<Search>,
): Promise<UsagePageView> {
  const ctx = await requireTeamPageFor((await params).slug, 'credits:read');
  if (ctx.team.kind === 'solo') notFound();
  const texts = await pageTexts();
  const search = await searchParams;
  const range = rangeOf(typeof search.range === 'string' ? search.range : undefined);
  const by = search.by === 'department' ? 'department' : 'member';
  const cursor = typeof search.after === 'string' ? search.after : undefined;
  const span = spanOf(range, new Date());
  const [spend, totals, purchases, usage] = await Promise.all([
    loadSpend(ctx, range, new Date(), texts),
    getTotals(ctx, span),
    getPurchases(ctx),
    listUsage(ctx, { by, ...span, cursor }, texts),
  ]);
  const address = (change: { range?: Range; by?: string; after?: string | null }) =>
    addressOf({ range, by, ...change });
  return {
    slug: ctx.team.slug,
    range,
    ranges: rangeLinks(range, texts, (value) => address({ range: value })),
    figures: figuresOf(totals, purchases, texts),
    spend,
    by,
    views: [
      { label: texts.t('credits.usage.people'), href: address({ by: 'member' }), current: by === 'member' },
      {
        label: texts.t('credits.usage.departments'),
        href: address({ by: 'department' }),
        current: by === 'department',
      },
    ],
    rows: usage.rows.map((row) => toRow(row, by, texts)),
    firstHref: cursor ? address({}) : null,
    nextHref: usage.nextCursor ? address({ after: usage.nextCursor }) : null,
  };
}

function figuresOf(
  totals: Totals,
  purchases: { bought: number; paidCents: number },
  { t, number, cents: money }: Texts,
): UsageFigure[] {
  const { bought, paidCents, granted, used, refunded, headshots } = totals;
  const each = creditsAPicture(used, headshots);
  const cents = centsAPicture({ ...purchases, used, pictures: headshots });
  const came = [
    paidCents > 0 && t('credits.usage.paid', { amount: money(paidCents) }),
    granted > 0 && t('credits.usage.granted', { count: granted }),
    refunded > 0 && t('credits.usage.refunded', { count: refunded }),
  ].filter(Boolean);
  return [
    {
      label: t('credits.usage.bought'),
      credits: bought,
      note: came.join(', ') || t('credits.usage.nothingCame'),
    },
    {
      label: t('credits.usage.used'),
      credits: used,
      note: t(used > 0 ? 'credits.usage.usedNote' : 'credits.usage.nothingUsed'),
    },
    {
      label: t('credits.usage.headshots'),
      text: number(headshots),
      note: each === null ? t('credits.usage.nothingMade') : t('credits.usage.onAverage', { each }),
    },
    {
      label: t('credits.usage.cost'),
      text: cents === null ? '–' : t('credits.usage.about', { amount: money(cents) }),
      note:
        cents === null
          ? t('credits.usage.costLater')
          : t('credits.usage.price', { amount: money(Math.round(purchases.paidCents / purchases.bought)) }),
    },
  ];
}

function toRow(line: UsageLine, by: 'member' | 'department', texts: Texts): UsageRow {
  const { key, name, department, people, used, given, headshots, balance } = line;
  const former = key === 'former';
  const count = texts.people(people);
  return {
    key: key ?? 'none',
    name: name ?? texts.t(by === 'member' ? 'credits.formerMember' : 'credits.usage.noDepartment'),
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
export async function loadSpend(ctx: TeamCtx, range: Range, now: Date, texts: Texts): Promise<Spend> {
  const days = await listSpendByDay(ctx, spanOf(range, now));
  const used = days.reduce((sum, { credits }) => sum + credits, 0);
  return { range, bars: barsOf(days, range, texts), used };
}

export function rangeLinks(current: Range, { t }: Texts, href: (range: Range) => string): ViewLink[] {
  return RANGES.map((range) => ({
    label: t(`credits.usage.range.${range}`),
    href: href(range),
    current: range === current,
  }));
}

function addressOf(query: { range: Range; by: string; after?: string | null }): string {
  const written = new URLSearchParams();
  if (query.range !== '30d') written.set('range', query.range);
  if (query.by !== 'member') written.set('by', query.by);
  if (query.after) written.set('after', query.after);
  return `?${written}`;
}
