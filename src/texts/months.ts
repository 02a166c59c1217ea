/** Names of calendar months, which are written "2026-11", for charts. */
import type { Texts } from './make-texts';

/** "Nov", below a bar of twelve. */
export function monthTick(month: string, { t }: Texts): string {
  return t('common.client.moment.month', { month: Number(month.slice(5, 7)) });
}

/** "Nov 26", a bar's name. */
export function shortMonthName(month: string, texts: Texts): string {
  return texts.t('common.client.moment.shortMonth', {
    month: monthTick(month, texts),
    year: month.slice(2, 4),
  });
}
