import type { ReactNode } from 'react';
import { PublicFooter, PublicNav } from '@/components/shell/public-shell';
import { FOOTER_COLUMNS, FOOTER_NOTE, FOOTER_SMALL, HEADER_LINKS } from './links';

/** Header and footer of every public page. */
export function SiteFrame({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  return (
    <>
      <div className="relative isolate">
        <PublicNav links={HEADER_LINKS} signedIn={signedIn} />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <PublicFooter columns={FOOTER_COLUMNS} note={FOOTER_NOTE} small={FOOTER_SMALL} />
    </>
  );
}
