'use client';

import type { ReactNode } from 'react';
import { usePlainPath } from '@/components/shell/use-plain-path';

type PublicLinkProps = { href: string; className: string; children: ReactNode };

/** A link of a public page's header or footer, marked where it leads to the page itself. */
export function PublicLink({ href, className, children }: PublicLinkProps) {
  const current = usePlainPath() === href;
  return (
    <a href={href} aria-current={current ? 'page' : undefined} className={className}>
      {children}
    </a>
  );
}
