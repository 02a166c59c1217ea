import { House, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { loadAccount } from '@/features/account/account-loaders';
import { signOutAction } from '@/features/account/sign-in-actions';
import { accountCommands } from '@/features/organizations/components/team-commands';

const NAV = [
  { href: '/teams?new', label: 'Teams', icon: <House aria-hidden="true" /> },
  { href: '/account', label: 'Account', icon: <User aria-hidden="true" /> },
];

/** Pages about the person, in no team. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { user, teams, embedded, localStripe } = await loadAccount();
  return (
    <AppShell
      nav={NAV}
      tabs={NAV}
      commands={accountCommands(teams)}
      account={user}
      accountLinks={[{ href: '/account', label: 'Account' }]}
      signOut={signOutAction}
      banner={embedded && <EmbeddedBanner stripe={localStripe} />}
    >
      {children}
    </AppShell>
  );
}
