'use client';

import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';

export type Account = { name: string; email: string; avatarUrl?: string | null };

type AccountMenuProps = {
  account: Account;
  /** "Account", "My pictures", for staff "Admin". */
  links: readonly { href: string; label: string }[];
  /** A server action; signs out and redirects. */
  signOut: () => Promise<void>;
};

/** Who is signed in, at the foot of the sidebar. */
export function AccountMenu({ account, links, signOut }: AccountMenuProps) {
  const [leaving, startTransition] = useTransition();
  const trigger = (
    <button
      type="button"
      className="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left font-label transition-colors hover:bg-wash"
    >
      <Avatar name={account.name || account.email} src={account.avatarUrl} />
      <span className="min-w-0 flex-1 truncate">{account.name || account.email}</span>
    </button>
  );
  return (
    <DropdownMenu trigger={trigger} align="start" side="top" className="w-[208px]">
      <MenuLabel className="truncate">{account.email}</MenuLabel>
      {links.map((link) => (
        <MenuItem key={link.href} asChild>
          <Link href={link.href}>{link.label}</Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        disabled={leaving}
        onSelect={(event) => {
          // The menu stays until the redirect, or the click would seem lost.
          event.preventDefault();
          startTransition(signOut);
        }}
      >
        <LogOut aria-hidden="true" />
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
