/** What a page, a mail or an error is written with: the texts of one language, and numbers as that language writes them. */
import format, { type CompiledMessage } from 'icu-minify/format';
import { createElement, Fragment, type ReactNode } from 'react';
import { type Language, LOCALES } from './languages';
import type { MessageKey } from './message-key';
import { type MomentStyle, writeMoment, writeRelative, type Zone } from './moments';

/** A value of a message's `{name}`. Dates are for `{at, date, medium}`. */
export type TextValues = Record<string, string | number | Date>;
/** Also what a message's `<tag>` becomes. */
export type RichValues = Record<string, string | number | Date | ((children: ReactNode) => ReactNode)>;

export type Texts = {
  readonly language: Language;
  /** As `Intl` names it: "de-DE". */
  readonly locale: string;
  t(key: MessageKey, values?: TextValues): string;
  /** A text with markup: `<link>…</link>` in the message is drawn by the function of that name. */
  rich(key: MessageKey, values: RichValues): ReactNode;
  /** 1234 → "1,234". */
  number(amount: number): string;
  /** "1 credit", "1,500 credits". */
  credits(amount: number): string;
  /** "4 people". */
  people(count: number): string;
  /** Cents of US dollars: "$199", "$199.50". */
  cents(cents: number): string;
  /** Always with cents, so that amounts below each other line up. Less than nothing has a minus sign: "−$50.00". */
  columnCents(cents: number): string;
  /** "20 Nov, 09:41": see `MomentStyle`. In UTC where nobody knows the reader's zone. */
  moment(moment: Date, style: MomentStyle, zone?: Zone): string;
  /** "3 minutes ago", "in 2 days"; within a minute "just now"; beyond 30 days the date. */
  relative(moment: Date, now: Date): string;
  /** "4 December 2026", UTC. */
  longDay(moment: Date): string;
  /** "4 December", UTC. */
  dayOfYear(moment: Date): string;
  /** "December 2026", UTC. */
  month(moment: Date): string;
  /** "Ada, Ben and Cleo". */
  allOf(names: readonly string[]): string;
  /** "Ada, Ben or Cleo". */
  eitherOf(names: readonly string[]): string;
};

/** `find` knows the messages of `language`, compiled. A text that is not there is a mistake of ours: its key stands in for it. */
export function makeTexts(language: Language, find: (key: MessageKey) => CompiledMessage | undefined): Texts {
  const locale = LOCALES[language];
  const options = { formatters: FORMATTERS, timeZone: 'UTC' };

  function t(key: MessageKey, values?: TextValues): string {
    const message = find(key);
    if (message === undefined) return missing(key);
    return String(format<string>(message, locale, values, options));
  }

  function rich(key: MessageKey, values: RichValues): ReactNode {
    const message = find(key);
    if (message === undefined) return missing(key);
    return drawn(
      format<ReactNode>(message, locale, values as Parameters<typeof format<ReactNode>>[2], options),
    );
  }

  const money = (fraction: number) =>
    FORMATTERS.getNumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      minimumFractionDigits: fraction,
    });

  return {
    language,
    locale,
    t,
    rich,
    number: (amount) => FORMATTERS.getNumberFormat(locale).format(amount),
    credits: (count) => t('common.client.credits', { count }),
    people: (count) => t('common.client.people', { count }),
    cents: (cents) => money(Number.isInteger(cents / 100) ? 0 : 2).format(cents / 100),
    columnCents: (cents) => `${cents < 0 ? '−' : ''}${money(2).format(Math.abs(cents) / 100)}`,
    moment: (moment, style, zone = 'utc') => writeMoment(t, moment, style, zone),
    relative: (moment, now) => writeRelative(t, locale, moment, now),
    longDay: (moment) => days(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(moment),
    dayOfYear: (moment) => days(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(moment),
    month: (moment) => days(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(moment),
    allOf: (names) => list(locale, 'conjunction').format(names),
    eitherOf: (names) => list(locale, 'disjunction').format(names),
  };
}

function missing(key: string): string {
  console.error(`No text for ${key}`);
  return key;
}

/** What stands beside each other in a message, as one node. */
function drawn(parts: ReactNode | ReactNode[]): ReactNode {
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
}

/** Making a formatter takes longer than formatting a thousand numbers: each is made once. */
const FORMATTERS = {
  getNumberFormat: remembered(
    (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  ),
  getDateTimeFormat: remembered(
    (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  ),
  getPluralRules: remembered(
    (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
  ),
};

/** Days and lists are written the British way: "4 December", and no comma before the last "and". */
const british = (locale: string) => (locale === 'en-US' ? 'en-GB' : locale);

const days = (locale: string, options: Intl.DateTimeFormatOptions) =>
  FORMATTERS.getDateTimeFormat(british(locale), options);

const list = remembered(
  (locale: string, type: 'conjunction' | 'disjunction') => new Intl.ListFormat(british(locale), { type }),
);

function remembered<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    let one = made.get(key);
    if (one === undefined) {
      one = make(...args);
      made.set(key, one);
    }
    return one;
  };
}
