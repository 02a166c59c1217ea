'use client';

import { usePathname } from 'next/navigation';
import { useTexts } from '#use-texts';
import { LANGUAGE_NAMES, LANGUAGES } from '@/texts/languages';

const PREFIX = new RegExp(`^/(${LANGUAGES.join('|')})(?=/|$)`);

/** This page in the other languages. Plain links to `/de/…`, which the server answers and remembers: a whole new page, every text differs. */
export function LanguageLinks({ className }: { className?: string }) {
  const { t, language } = useTexts();
  const path = (usePathname() ?? '/').replace(PREFIX, '');
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
