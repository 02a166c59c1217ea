import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/brand/logo';
import { LanguageLinks } from '@/components/shell/language-links';
import { SkipLink } from '@/components/shell/skip-link';

/** Sign-in, sign-up, invitations: one 440 px column on soft light. */
export function AuthShell({ children, banner }: { children: ReactNode; banner?: ReactNode }) {
  return (
    <div className="light flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <header className="mx-auto flex h-[72px] w-full max-w-form flex-none items-center max-sm:px-5">
        <Link href="/">
          <Wordmark className="h-6 w-auto" />
        </Link>
        <LanguageLinks className="ml-auto" />
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

type AuthHeadProps = {
  title: ReactNode;
  /** One sentence below it. */
  children?: ReactNode;
};

/** The headline of a page in the auth shell. */
export function AuthHead({ title, children }: AuthHeadProps) {
  return (
    <header className="mb-8 grid gap-2 wrap-anywhere">
      <h1 className="display-40 text-[2.5rem]! leading-[2.875rem]!">{title}</h1>
      {children && <p className="text-16 text-ink-2">{children}</p>}
    </header>
  );
}

/** The last line: "New here? Start a team". At the bottom edge of a phone. */
export function AuthFoot({ children }: { children: ReactNode }) {
  return <p className="mt-auto pt-10 text-center wrap-anywhere text-ink-2 sm:mt-8 sm:pt-0">{children}</p>;
}
