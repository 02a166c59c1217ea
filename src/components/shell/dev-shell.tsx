import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/logo';
import { SkipLink } from '@/components/shell/skip-link';

/** The frame of pages that exist in local mode only: the mailbox, the local Stripe. */
export function DevShell({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="wrap flex h-16 items-center">
        <Link href="/">
          <Wordmark className="h-5 w-auto" />
        </Link>
        <Link href="/teams" className="link ml-auto">
          My teams
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="wrap pt-4 pb-16 outline-none">
        {children}
      </main>
    </div>
  );
}
