/** Moments as we write them in each language. The months are texts of ours, because server and browser disagree about their names ("Sept"). */
import type { MessageKey } from './message-key';

export type MomentStyle = 'date' | 'date-year' | 'time' | 'date-time' | 'full';

/** The zone of the machine that writes; in the browser the reader's. */
export type Zone = 'utc' | 'local';

type Tell = (key: MessageKey, values?: Record<string, string | number>) => string;

/** "20 Nov", "20 Nov 2026", "09:41", "20 Nov, 09:41", "20 Nov 2026, 09:41". */
export function writeMoment(t: Tell, moment: Date, style: MomentStyle, zone: Zone): string {
  const utc = zone === 'utc';
  const hours = String(utc ? moment.getUTCHours() : moment.getHours()).padStart(2, '0');
  const minutes = String(utc ? moment.getUTCMinutes() : moment.getMinutes()).padStart(2, '0');
  const time = `${hours}:${minutes}`;
  if (style === 'time') return time;
  const parts = {
    day: utc ? moment.getUTCDate() : moment.getDate(),
    month: t('common.client.moment.month', { month: 1 + (utc ? moment.getUTCMonth() : moment.getMonth()) }),
    year: String(utc ? moment.getUTCFullYear() : moment.getFullYear()),
  };
  const withYear = style === 'date-year' || style === 'full';
  const day = t(withYear ? 'common.client.moment.dayYear' : 'common.client.moment.day', parts);
  const withTime = style === 'date-time' || style === 'full';
  return withTime ? t('common.client.moment.withTime', { day, time }) : day;
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 minutes ago", "in 2 days"; within a minute "just now"; beyond 30 days the date. */
export function writeRelative(t: Tell, locale: string, moment: Date, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) > 30 * 86_400) return writeMoment(t, moment, 'date-year', 'local');
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return t('common.client.moment.justNow');
}
