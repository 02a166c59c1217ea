'use client';

import { useTexts } from '#use-texts';
import { usePlainPath } from '@/components/shell/use-plain-path';
import { LANGUAGE_NAMES, LANGUAGES } from '@/texts/languages';

/** This page in the other languages. Plain links to `/de/…`, which the server answers and remembers: a whole new page, every text differs. */
export function LanguageLinks({ className }: { className?: string }) {
  const { t, language } = useTexts();
  const path = usePlainPath();
  return (
    <nav aria-label={t('ui.client.languages')} className={className}>
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <a
          key={other}
          href={`/${other}${path === '/' ? '' : path}`}
          hrefLang={other}
          lang={other}
          className="link"
        >
          {LANGUAGE_NAMES[other]}
        </a>
      ))}
    </nav>
  );
}
