import type { ReactNode } from 'react';
import { findPageSession } from '@/auth/page';
import { PublicFooter, PublicNav } from '@/components/shell/public-shell';
import { FOOTER_COLUMNS, FOOTER_NOTE, FOOTER_SMALL, HEADER_LINKS } from './_site/links';

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const signedIn = (await findPageSession()) !== null;
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
