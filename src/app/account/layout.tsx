import { Bell, House, Images, KeyRound, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { loadAccountFrame } from '@/features/account/account-loaders';
import { signOutAction } from '@/features/account/sign-in-actions';
import { accountCommands } from '@/features/organizations/components/team-commands';
import { ClientTexts } from '@/texts/client-texts';

const NAV = [
  { href: '/teams?new', label: 'Teams', icon: <House aria-hidden="true" /> },
  { href: '/account', label: 'Account', icon: <User aria-hidden="true" />, exact: true },
  { href: '/account/pictures', label: 'My pictures', icon: <Images aria-hidden="true" /> },
  { href: '/account/notices', label: 'Notices and mails', icon: <Bell aria-hidden="true" /> },
  { href: '/account/tokens', label: 'Tokens', icon: <KeyRound aria-hidden="true" /> },
];

/** The same at the bottom of a phone, in a word each. */
const SHORT: Record<string, string> = { '/account/pictures': 'Pictures', '/account/notices': 'Notices' };
const TABS = NAV.map((item) => ({ ...item, label: SHORT[item.href] ?? item.label }));

/** Pages about the person, in no team. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { user, teams, embedded, localStripe } = await loadAccountFrame('/account');
  return (
    <AppShell
      nav={NAV}
      tabs={TABS}
      commands={accountCommands(teams)}
      account={user}
      accountLinks={[{ href: '/account', label: 'Account' }]}
      signOut={signOutAction}
      banner={embedded && <EmbeddedBanner stripe={localStripe} />}
    >
      <ClientTexts areas={['account']}>{children}</ClientTexts>
    </AppShell>
  );
}
