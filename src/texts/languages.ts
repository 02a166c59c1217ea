/** The languages of the product. English is the one that all others are held against. */
export const LANGUAGES = ['en', 'de'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

/** Each in its own words: whoever looks for theirs may not read another. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** How numbers, amounts and dates are written. */
export const LOCALES: Record<Language, string> = { en: 'en-US', de: 'de-DE' };

/** Holds the language somebody chose, for a browser without a session, too. */
export const LANGUAGE_COOKIE = 'headcraft-language';
/** Seconds: a year. */
export const LANGUAGE_COOKIE_OPTIONS = { path: '/', sameSite: 'lax', maxAge: 31_536_000 } as const;

/** Set by `middleware.ts` for addresses that name a language: `/de/pricing`. */
export const LANGUAGE_HEADER = 'x-headcraft-language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
