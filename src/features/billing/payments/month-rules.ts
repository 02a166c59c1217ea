/** Calendar months in UTC, written "2026-11". */
import type { Texts } from '@/texts/make-texts';

export function isMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}

export function monthBefore(month: string): string {
  return shift(month, -1);
}

export function monthAfter(month: string): string {
  return shift(month, 1);
}

/** Its first moment. */
export function monthStart(month: string): Date {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 1));
}

/** The newest first. */
export function lastMonths(newest: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => shift(newest, -back));
}

/** "2026-11" → "November 2026". */
export function monthName(month: string, texts: Texts): string {
  return texts.month(monthStart(month));
}

function shift(month: string, by: number): string {
  return monthOf(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)));
}
