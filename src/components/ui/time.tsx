'use client';

import { useSyncExternalStore } from 'react';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export type TimeStyle = 'date' | 'date-year' | 'time' | 'date-time' | 'full';

/**
 * Writes a moment the one way we write moments: "20 Nov", "20 Nov 2026", "09:41", "20 Nov, 09:41", "20 Nov 2026, 09:41".
 * Written by hand, because server and browser disagree about month names ("Sept").
 */
export function formatMoment(moment: Date, style: TimeStyle, zone: 'utc' | 'local'): string {
  const utc = zone === 'utc';
  const day = utc ? moment.getUTCDate() : moment.getDate();
  const month = MONTHS[utc ? moment.getUTCMonth() : moment.getMonth()] ?? '';
  const year = utc ? moment.getUTCFullYear() : moment.getFullYear();
  const hours = String(utc ? moment.getUTCHours() : moment.getHours()).padStart(2, '0');
  const minutes = String(utc ? moment.getUTCMinutes() : moment.getMinutes()).padStart(2, '0');
  if (style === 'time') return `${hours}:${minutes}`;
  if (style === 'date-time') return `${day} ${month}, ${hours}:${minutes}`;
  if (style === 'full') return `${day} ${month} ${year}, ${hours}:${minutes}`;
  return style === 'date-year' ? `${day} ${month} ${year}` : `${day} ${month}`;
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 minutes ago", "in 2 days"; within a minute "just now"; beyond 30 days the date. */
export function formatRelative(moment: Date, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) > 30 * 86_400) return formatMoment(moment, 'date-year', 'local');
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}

const never = () => () => {};
const everyMinute = (changed: () => void) => {
  const timer = setInterval(changed, 60_000);
  return () => clearInterval(timer);
};
const thisMinute = () => Math.floor(Date.now() / 60_000);

type TimeProps = {
  /** ISO 8601 or a Date. */
  value: string | Date;
  style?: TimeStyle;
  className?: string;
};

/** A moment in the reader's time zone. The server writes UTC; the browser replaces it without a mismatch. */
export function Time({ value, style = 'date-time', className }: TimeProps) {
  const moment = new Date(value);
  const text = useSyncExternalStore(
    never,
    () => formatMoment(moment, style, 'local'),
    () => formatMoment(moment, style, 'utc'),
  );
  return (
    <time dateTime={moment.toISOString()} className={className}>
      {text}
    </time>
  );
}

/** How long ago, or how long still, kept up to date each minute. The exact moment is its title. */
export function RelativeTime({ value, className }: Omit<TimeProps, 'style'>) {
  const moment = new Date(value);
  const minute = useSyncExternalStore(everyMinute, thisMinute, () => null);
  return (
    <time
      dateTime={moment.toISOString()}
      title={minute === null ? undefined : formatMoment(moment, 'date-time', 'local')}
      className={className}
    >
      {minute === null ? formatMoment(moment, 'date', 'utc') : formatRelative(moment, new Date())}
    </time>
  );
}
