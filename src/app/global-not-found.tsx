import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { findPageSession } from '@/auth/page';
import { EmptyPicture } from '@/components/brand/empty-drawings';
import { PublicFooter, PublicNav } from '@/components/shell/public-shell';
import { buttonClass } from '@/components/ui/button-class';
import { LANGUAGE_NAMES, LANGUAGES } from '@/texts/languages';
import { pageTexts } from '@/texts/page-texts';
import { footerColumns, headerLinks } from './(site)/_site/links';
import RootLayout, { generateMetadata as layoutMetadata } from './layout';

export { viewport } from './layout';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  // Next gives this page no layout, so it does not get the layout's either.
  return { ...(await layoutMetadata()), title: `${t('shell.notFound.title')} · headcraft` };
}

/**
 * Any address that nothing answers, as one of the public pages, and without a script of its own: every page carries what this one is
 * made of. Next gives it no layout. Where a page finds that there is nothing, `not-found.tsx` is shown.
 */
export default async function GlobalNotFound() {
  const texts = await pageTexts();
  const { t, language } = texts;
  const signedIn = (await findPageSession()) !== null;
  return (
    <RootLayout>
      <div className="relative isolate">
        <PublicNav
          Anchor="a"
          Menu={({ children }) => <StillMenu label={t('ui.client.menu')}>{children}</StillMenu>}
          links={headerLinks(texts)}
          signedIn={signedIn}
        />
        <main id="main" tabIndex={-1} className="outline-none">
          <div className="relative">
            <div
              aria-hidden="true"
              className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]"
            />
            <div className="wrap pt-6 pb-20 sm:pt-12 sm:pb-28">
              <EmptyPicture className="mb-8 -ml-[52px] text-ink-2" />
              <h1 className="display-64">{t('shell.notFound.heading')}</h1>
              <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
                {t('shell.notFound.body')}
              </p>
              <div className="mt-8 flex flex-wrap gap-2">
                <a href="/" className={buttonClass('key', 'big')}>
                  {t('shell.notFound.frontPage')}
                </a>
                <a href="/teams?new" className={buttonClass('default', 'big')}>
                  {t('shell.notFound.myTeams')}
                </a>
              </div>
            </div>
          </div>
        </main>
      </div>
      <PublicFooter
        Anchor="a"
        languages={LANGUAGES.filter((other) => other !== language).map((other) => (
          <a key={other} href={`/${other}`} hrefLang={other} lang={other} className="link">
            {LANGUAGE_NAMES[other]}
          </a>
        ))}
        columns={footerColumns(texts)}
        note={t('site.links.note')}
        small={t('site.links.small')}
      />
    </RootLayout>
  );
}

/** `PublicMenu` without its script: each of its links leaves the page. */
function StillMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group relative ml-auto md:hidden">
      <summary
        aria-label={label}
        className="-mr-3 grid size-control list-none place-items-center rounded-control text-ink-2 hover:bg-wash-2 hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <svg
          viewBox="0 0 24 24"
          className="size-5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M4 5h16M4 12h16M4 19h16" strokeLinecap="round" />
        </svg>
      </summary>
      <nav
        aria-label={label}
        className="absolute right-0 z-30 mt-1 grid w-56 rounded-card border bg-card p-1 shadow-float"
      >
        {children}
      </nav>
    </details>
  );
}
