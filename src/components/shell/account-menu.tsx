'use client';

import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';

export type Account = { name: string; email: string; avatarUrl?: string | null };

type AccountMenuProps = {
  account: Account;
  /** "Account", "My pictures", for staff "Admin". */
  links: readonly { href: string; label: string }[];
  /** A server action; signs out and redirects. */
  signOut: () => Promise<void>;
  /** Only the avatar, for the top bar of a phone. */
  compact?: boolean;
};

/** Who is signed in: at the foot of the sidebar, on a phone at the end of the top bar. */
export function AccountMenu({ account, links, signOut, compact = false }: AccountMenuProps) {
  const { t } = useTexts();
  const { pending, submit } = useSubmit('ui.client.lost.pressAgain');
  const name = account.name || account.email;
  const trigger = (
    <button
      type="button"
      aria-label={compact ? t('shell.client.account.of', { name }) : undefined}
      className={cn(
        'flex h-11 items-center rounded-control px-2 transition-colors hover:bg-wash',
        !compact && 'w-full min-w-0 gap-2.5 text-left font-label',
      )}
    >
      <Avatar name={name} src={account.avatarUrl} />
      {!compact && <span className="min-w-0 flex-1 truncate">{name}</span>}
    </button>
  );
  return (
    <DropdownMenu
      trigger={trigger}
      align={compact ? 'end' : 'start'}
      side={compact ? 'bottom' : 'top'}
      className="w-[208px]"
    >
      <MenuLabel className="wrap-anywhere">{account.email}</MenuLabel>
      {links.map((link) => (
        <MenuItem key={link.href} asChild>
          <Link href={link.href}>{link.label}</Link>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        disabled={pending}
        onSelect={(event) => {
          // The menu stays until the redirect, or the click would seem lost.
          event.preventDefault();
          submit(async () => ({ ok: true, value: await signOut() }), {
            onDone: () => {},
            onRefused: ({ message }) => toast.error(message),
          });
        }}
      >
        <LogOut aria-hidden="true" />
        {t('shell.client.account.signOut')}
      </MenuItem>
    </DropdownMenu>
  );
}
