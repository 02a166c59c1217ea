import type { ComponentType, ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Wordmark } from '@/components/brand/logo';
import { SkipLink } from '@/components/shell/skip-link';
import { buttonClass } from '@/components/ui/button-class';

export type PublicPlace = { href: string; label: string };

/**
 * What has a script of its own, given by who draws the frame: the page of a wrong address is part of every page, and takes plain
 * elements instead.
 */
type Anchor = ComponentType<{ href: string; className: string; children: ReactNode }> | 'a';
type Menu = ComponentType<{ children: ReactNode }>;

type PublicNavProps = {
  Anchor: Anchor;
  Menu: Menu;
  links: readonly PublicPlace[];
  signInHref?: string;
  startHref?: string;
  /** A page that knows its reader leads to their teams instead. */
  signedIn?: boolean;
};

/** The top of public pages. On a phone the links are in a menu. */
export function PublicNav({
  Anchor,
  Menu,
  links,
  signInHref = '/sign-in',
  startHref = '/sign-up',
  signedIn = false,
}: PublicNavProps) {
  const { t } = useTexts();
  const ways = signedIn
    ? [{ href: '/teams', label: t('shell.public.myTeams') }]
    : [
        { href: signInHref, label: t('shell.public.signIn') },
        { href: startHref, label: t('shell.public.start') },
      ];
  return (
    <header className="wrap flex h-16 items-center gap-8 sm:h-[72px]">
      <SkipLink />
      <a href="/" className="py-2">
        <Wordmark />
      </a>
      <nav
        aria-label={t('shell.public.page')}
        className="ml-4 flex gap-7 font-label text-ink-2 max-md:hidden"
      >
        {links.map((link) => (
          <Anchor
            key={link.href}
            href={link.href}
            className="py-2 decoration-2 decoration-key underline-offset-8 transition-colors hover:text-ink aria-[current]:text-ink aria-[current]:underline"
          >
            {link.label}
          </Anchor>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-2 max-md:hidden">
        {ways.map(({ href, label }, index) => (
          <a key={href} href={href} className={buttonClass(index === ways.length - 1 ? 'default' : 'bare')}>
            {label}
          </a>
        ))}
      </div>
      <Menu>
        {[...links, ...ways].map((link) => (
          <Anchor
            key={link.href}
            href={link.href}
            className="flex min-h-11 items-center rounded-tag px-3 hover:bg-wash-2 aria-[current]:bg-wash-2 aria-[current]:font-semibold"
          >
            {link.label}
          </Anchor>
        ))}
      </Menu>
    </header>
  );
}

type PublicFooterProps = {
  Anchor: Anchor;
  /** This page in other languages. */
  languages: ReactNode;
  /** Under the wordmark: whose pictures these are. */
  note?: ReactNode;
  columns: readonly { title: string; links: readonly PublicPlace[] }[];
  /** Last line, at the right. */
  small?: string;
};

/** The foot of public pages. */
export function PublicFooter({ Anchor, languages, note, columns, small }: PublicFooterProps) {
  return (
    <footer className="border-t pt-14 pb-10">
      <div className="wrap">
        <div className="grid grid-cols-2 gap-8 max-[16rem]:grid-cols-1 md:grid-cols-[2fr_1fr_1fr_1fr]">
          <div className="max-md:col-span-full">
            <Wordmark />
            {note && <p className="mt-4 max-w-[30em] text-ink-2">{note}</p>}
          </div>
          {columns.map((column) => (
            <nav key={column.title} aria-label={column.title}>
              <p className="font-semibold">{column.title}</p>
              <ul className="mt-1.5">
                {column.links.map((link) => (
                  <li key={link.href}>
                    <Anchor
                      href={link.href}
                      className="inline-block py-1.5 text-ink-2 transition-colors hover:text-ink aria-[current]:text-ink"
                    >
                      {link.label}
                    </Anchor>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <div className="mt-12 flex flex-wrap justify-between gap-x-6 gap-y-1 text-12 text-ink-3">
          <span>© 2026 headcraft</span>
          <div className="-my-1.5 py-1.5">{languages}</div>
          {small && <span>{small}</span>}
        </div>
      </div>
    </footer>
  );
}
