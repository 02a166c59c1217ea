import { requireTeamPageFor } from '@/auth/page';
import { pageTexts } from '@/texts/page-texts';
import {
  isMonth,
  lastMonths,
  monthAfter,
  monthBefore,
  monthName,
  monthOf,
  monthStart,
} from './payments/month-rules';
import { getMonthlyReport, type MonthlyReport } from './payments/monthly-report';
import { isCompared } from './reconcile/reached';

export type ReportView = {
  slug: string;
  team: string;
  /** "2026-11". */
  month: string;
  /** The month goes on: the numbers are those until now. */
  running: boolean;
  report: MonthlyReport;
  months: { value: string; label: string }[];
  previousHref: string;
  nextHref: string | null;
  /** The whole month was compared with Stripe and agreed; null while it goes on. */
  agrees: boolean | null;
  /** ISO 8601. */
  madeAt: string;
};

type Params = Promise<{ slug: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

const MONTHS = 24;

/** A team's month in credits and money; this month unless another is asked for. */
export async function loadReport(params: Params, search: Search): Promise<ReportView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:read');
  const texts = await pageTexts();
  const now = new Date();
  const current = monthOf(now);
  const asked = (await search).month;
  const month = typeof asked === 'string' && isMonth(asked) && asked <= current ? asked : current;
  const report = await getMonthlyReport(ctx, month);
  const base = `/teams/${ctx.team.slug}/billing/report`;
  const offered = lastMonths(current, MONTHS);
  return {
    slug: ctx.team.slug,
    team: ctx.team.name,
    month,
    running: month === current,
    report,
    agrees:
      month === current ? null : await isCompared(ctx.db, monthStart(month), monthStart(monthAfter(month))),
    months: (offered.includes(month) ? offered : [...offered, month]).map((value) => ({
      value,
      label: monthName(value, texts),
    })),
    previousHref: `${base}?month=${monthBefore(month)}`,
    nextHref: month < current ? `${base}?month=${monthAfter(month)}` : null,
    madeAt: now.toISOString(),
  };
}
