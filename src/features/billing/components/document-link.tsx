import type { ReactNode } from 'react';

/** A receipt, an invoice or a credit note, on Stripe's site. Shows nothing where there is none. */
export function DocumentLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return null;
  return (
    <a href={href} className="link" target="_blank" rel="noreferrer">
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
