import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/logo';
import { SkipLink } from '@/components/shell/skip-link';

type PlainColumnProps = {
  children: ReactNode;
  /** Above everything. */
  banner?: ReactNode;
  /** At the right of the head. */
  corner?: ReactNode;
};

/**
 * One 440 px column on soft light. The way to the front page is a plain link: that page is a document of its own. Every page carries
 * what the not-found page is made of, so nothing here may bring a script.
 */
export function PlainColumn({ children, banner, corner }: PlainColumnProps) {
  return (
    <div className="light flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <header className="mx-auto flex h-[72px] w-full max-w-form flex-none items-center max-sm:px-5">
        <a href="/">
          <Wordmark className="h-6 w-auto" />
        </a>
        {corner}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-form grow flex-col pt-8 pb-6 outline-none max-sm:px-5 sm:pt-16 sm:pb-16"
      >
        {children}
      </main>
    </div>
  );
}
