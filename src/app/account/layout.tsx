import { Bell, House, Images, KeyRound, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { loadAccountFrame } from '@/features/account/account-loaders';
import { signOutAction } from '@/features/account/sign-in-actions';
import { accountCommands } from '@/features/organizations/components/team-commands';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

const NAV = [
  { name: 'teams', href: '/teams?new', icon: <House aria-hidden="true" /> },
  { name: 'account', href: '/account', icon: <User aria-hidden="true" />, exact: true },
  { name: 'pictures', href: '/account/pictures', icon: <Images aria-hidden="true" /> },
  { name: 'notices', href: '/account/notices', icon: <Bell aria-hidden="true" /> },
  { name: 'tokens', href: '/account/tokens', icon: <KeyRound aria-hidden="true" /> },
] as const;

/** Pages about the person, in no team. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const texts = await pageTexts();
  const { t } = texts;
  const { user, teams, embedded, localStripe } = await loadAccountFrame('/account');
  return (
    <AppShell
      nav={NAV.map(({ name, ...item }) => ({ ...item, label: t(`account.nav.${name}`) }))}
      tabs={NAV.map(({ name, ...item }) => ({ ...item, label: t(`account.tab.${name}`) }))}
      commands={accountCommands(teams, texts)}
      account={user}
      accountLinks={[{ href: '/account', label: t('account.nav.account') }]}
      signOut={signOutAction}
      banner={embedded && <EmbeddedBanner stripe={localStripe} />}
    >
      <ClientTexts areas={['account']}>{children}</ClientTexts>
    </AppShell>
  );
}
