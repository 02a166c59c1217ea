import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';

export type DocumentPart = { id: string; title: string; body: ReactNode };

type DocumentProps = {
  title: string;
  /** What the page is, in two sentences. */
  lead: ReactNode;
  /** The day of the last change: `2026-11-28`. */
  updated: string;
  parts: readonly DocumentPart[];
};

/** A page that is read: headline, a list of its parts at the left on a desktop, and the text at reading width. */
export function Document({ title, lead, updated, parts }: DocumentProps) {
  const { t, longDay } = useTexts();
  return (
    <>
      <header className="relative">
        <div aria-hidden="true" className="light absolute inset-x-0 -top-16 bottom-0 -z-1 sm:-top-[72px]" />
        <div className="wrap pt-6 pb-12 sm:pt-12 sm:pb-20">
          <h1 className="display-64">{title}</h1>
          <p className="mt-4 max-w-[34em] text-16 text-ink-2 sm:mt-6 sm:text-20 sm:leading-[1.875rem]">
            {lead}
          </p>
          <p className="mt-6 text-ink-3">{t('site.document.updated', { day: longDay(new Date(updated)) })}</p>
        </div>
      </header>
      <div className="border-t">
        <div className="wrap grid gap-x-16 lg:grid-cols-[232px_minmax(0,1fr)]">
          <nav aria-label={t('site.document.onPage')} className="max-lg:hidden">
            <ul className="sticky top-0 py-[54px]">
              {parts.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="block py-1.5 text-ink-2 transition-colors hover:text-ink">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="pb-16 sm:pb-[104px]">
            {parts.map(({ id, title, body }) => (
              <section
                key={id}
                id={id}
                aria-labelledby={`${id}-title`}
                className="max-w-reading border-b py-10 last:border-b-0 sm:py-14"
              >
                <h2 id={`${id}-title`} className="display-28">
                  {title}
                </h2>
                <div className="mt-4 grid gap-4 text-16">{body}</div>
              </section>
            ))}
          </div>
        </div>
      </div>
    </>
  );
}
