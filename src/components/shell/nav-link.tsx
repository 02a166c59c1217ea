'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon element or the aperture. */
  icon: ReactNode;
  /** At the right: a balance, a count. */
  aside?: ReactNode;
  /** Current only on this very page, not below it (a team's home). */
  exact?: boolean;
};

function useIsCurrent(item: Pick<NavItem, 'href' | 'exact'>): boolean {
  const path = usePathname();
  return path === item.href || (!item.exact && path?.startsWith(`${item.href}/`) === true);
}

/** One line of the sidebar. */
export function SideLink({ item }: { item: NavItem }) {
  const current = useIsCurrent(item);
  return (
    <Link
      href={item.href}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-9 items-center gap-2.5 rounded-control px-2 font-label text-ink-2 transition-colors hover:bg-wash hover:text-ink [&_svg]:size-4',
        current && 'bg-wash-2 font-semibold text-ink hover:bg-wash-2',
      )}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.aside && <span className="font-semibold text-12">{item.aside}</span>}
    </Link>
  );
}

/** One of the tabs at the bottom of a phone. */
export function TabLink({ item }: { item: NavItem }) {
  const current = useIsCurrent(item);
  return (
    <Link
      href={item.href}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'grid min-w-0 place-content-center place-items-center gap-0.5 font-label text-12 text-ink-2 -outline-offset-2 [&_svg]:size-5',
        current && 'font-semibold text-ink [&_svg]:text-key-ink',
      )}
    >
      {item.icon}
      <span className="max-w-full truncate">{item.label}</span>
    </Link>
  );
}
