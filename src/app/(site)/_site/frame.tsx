import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { PublicFooter, PublicNav } from '@/components/shell/public-shell';
import { footerColumns, headerLinks } from './links';

/** Header and footer of every public page. */
export function SiteFrame({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const texts = useTexts();
  return (
    <>
      <div className="relative isolate">
        <PublicNav links={headerLinks(texts)} signedIn={signedIn} />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <PublicFooter
        columns={footerColumns(texts)}
        note={texts.t('site.links.note')}
        small={texts.t('site.links.small')}
      />
    </>
  );
}
