import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { LanguageLinks } from '@/components/shell/language-links';
import { PublicLink } from '@/components/shell/public-link';
import { PublicMenu } from '@/components/shell/public-menu';
import { PublicFooter, PublicNav } from '@/components/shell/public-shell';
import { footerColumns, headerLinks } from './links';

/** Header and footer of every public page. */
export function SiteFrame({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const texts = useTexts();
  return (
    <>
      <div className="relative isolate">
        <PublicNav Anchor={PublicLink} Menu={PublicMenu} links={headerLinks(texts)} signedIn={signedIn} />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <PublicFooter
        Anchor={PublicLink}
        languages={<LanguageLinks />}
        columns={footerColumns(texts)}
        note={texts.t('site.links.note')}
        small={texts.t('site.links.small')}
      />
    </>
  );
}
