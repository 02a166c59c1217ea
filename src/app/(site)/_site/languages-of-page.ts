/** The addresses of a public page, one a language: `/pricing`, `/de/pricing`. `middleware.ts` serves them. */
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '@/texts/languages';
import type { PublicPath } from './links';

/** As Open Graph names them. */
export const OG_LOCALES: Record<Language, string> = { en: 'en_US', de: 'de_DE' };

export function addressIn(language: Language, path: PublicPath): string {
  if (language === DEFAULT_LANGUAGE) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** For `hreflang`: every language, and the one for everybody else. */
export function addressesOf(path: PublicPath): Record<Language | 'x-default', string> {
  const addresses = { 'x-default': addressIn(DEFAULT_LANGUAGE, path) } as Record<
    Language | 'x-default',
    string
  >;
  for (const language of LANGUAGES) addresses[language] = addressIn(language, path);
  return addresses;
}
