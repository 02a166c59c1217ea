import type { ReactNode } from 'react';
import { LanguageLinks } from '@/components/shell/language-links';
import { PlainColumn } from '@/components/shell/plain-column';

/** Sign-in, sign-up, invitations. */
export function AuthShell({ children, banner }: { children: ReactNode; banner?: ReactNode }) {
  return (
    <PlainColumn banner={banner} corner={<LanguageLinks className="ml-auto" />}>
      {children}
    </PlainColumn>
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
