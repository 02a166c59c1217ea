/** Spans of time the usage pages know, bars of a chart out of days, and what a headshot cost. Browser-safe. */
import type { Texts } from '@/texts/make-texts';
import { monthTick, shortMonthName } from '@/texts/months';

const DAY_MS = 86_400_000;

export const RANGES = ['30d', '90d', '12m'] as const;
export type Range = (typeof RANGES)[number];

export function rangeOf(value: string | undefined): Range {
  return RANGES.find((range) => range === value) ?? '30d';
}

/** From the first day, 00:00 UTC, to the end of today (exclusive). Twelve months begin with the first of a month. */
export function spanOf(range: Range, now: Date): { from: Date; to: Date } {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const from =
    range === '12m'
      ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1)
      : today - (range === '30d' ? 29 : 89) * DAY_MS;
  return { from: new Date(from), to: new Date(today + DAY_MS) };
}

/** `day` is a date in UTC, "2026-11-20". */
export type DaySpend = { day: string; credits: number };
export type SpendBar = { label: string; tick?: string; value: number };

/** One bar a day, a week (the last one ends today) or a month; days come oldest first and without gaps. */
export function barsOf(days: readonly DaySpend[], range: Range, texts: Texts): SpendBar[] {
  if (range === '30d')
    return days.map(({ day, credits }) => ({ label: dayLabel(day, texts), value: credits }));
  if (range === '90d') {
    const first = days.length % 7 === 0 ? 7 : days.length % 7;
    const starts = [0];
    for (let start = first; start < days.length; start += 7) starts.push(start);
    return starts.map((start, index) => {
      const week = days.slice(start, starts[index + 1]);
      return { label: dayLabel(week[0]?.day ?? '', texts), value: sum(week) };
    });
  }
  const months = new Map<string, DaySpend[]>();
  for (const day of days) months.set(day.day.slice(0, 7), [...(months.get(day.day.slice(0, 7)) ?? []), day]);
  return [...months].map(([month, own]) => ({
    label: shortMonthName(month, texts),
    tick: monthTick(month, texts),
    value: sum(own),
  }));
}

function sum(days: readonly DaySpend[]): number {
  return days.reduce((total, { credits }) => total + credits, 0);
}

/** "2026-11-20" → "20 Nov": short, because six stand below a chart. */
function dayLabel(day: string, { t }: Texts): string {
  return t('credits.used.day', { day: Number(day.slice(8, 10)), month: Number(day.slice(5, 7)) });
}

/** Credits a charged picture, to one decimal; null when none was made. */
export function creditsAPicture(used: number, pictures: number): number | null {
  return pictures > 0 ? Math.round((used / pictures) * 10) / 10 : null;
}

/**
 * Cents a charged picture, rounded: what a bought credit cost on average times the credits a picture took. Credits that were
 * given for free do not make pictures cheaper. Null before anything was bought or made.
 */
export function centsAPicture(facts: {
  paidCents: number;
  bought: number;
  used: number;
  pictures: number;
}): number | null {
  const { paidCents, bought, used, pictures } = facts;
  if (bought <= 0 || pictures <= 0 || paidCents <= 0) return null;
  return Math.round(((paidCents / bought) * used) / pictures);
}
