import { Bell } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '#use-texts';
import { Mark, Wordmark } from '@/components/brand/logo';
import { CommandButton } from '@/components/commands/command-button';
import { CommandCenter } from '@/components/commands/command-center';
import type { CommandGroup, FindCommands } from '@/components/commands/command-types';
import { type Account, AccountMenu } from '@/components/shell/account-menu';
import { HoldOffline } from '@/components/shell/hold-offline';
import { type NavItem, SideLink, TabLink } from '@/components/shell/nav-link';
import { ServiceWorker } from '@/components/shell/service-worker';
import { SkipLink } from '@/components/shell/skip-link';
import { type TeamChoice, TeamMenu } from '@/components/shell/team-menu';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Toaster } from '@/components/ui/toast';
import { ClientTexts } from '@/texts/client-texts';

export type AppShellProps = {
  /** The team in view; left out on pages about the person (`/account`, `/teams`). */
  team?: TeamChoice;
  teams?: readonly TeamChoice[];
  createTeamHref?: string;
  /** The sidebar, in order. */
  nav: readonly NavItem[];
  /** The bottom of a phone: at most four; other pages of `nav` open from the team's name. */
  tabs: readonly NavItem[];
  /** Shown in the top bar of a phone. */
  balance?: { amount: number; href: string };
  notices?: { href: string; unread: number };
  /** What the palette offers, and how it finds people and pictures. */
  commands: readonly CommandGroup[];
  find?: FindCommands;
  account: Account;
  accountLinks: readonly { href: string; label: string }[];
  signOut: () => Promise<void>;
  /** Above everything: `EmbeddedBanner`, a staff note. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The signed-in house: sidebar from 1,024 px, top bar and bottom tabs below that. Knows nothing of the domain. */
export function AppShell(props: AppShellProps) {
  const { t } = useTexts();
  const { team, teams = [], createTeamHref, nav, tabs, balance, notices, account, banner, children } = props;
  const home = team?.href ?? '/teams';
  const tabbed = new Set(tabs.map((tab) => tab.href));
  return (
    <ClientTexts areas={['shell']}>
      <div className="app-shell flex min-h-dvh flex-col">
        <SkipLink />
        {banner}
        <div className="flex grow flex-col lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
          <aside className="border-r max-lg:hidden">
            {/* As high as the window, less the line that a banner above takes. */}
            <div
              className={cn(
                'sticky top-0 flex h-full flex-col overflow-y-auto px-3 py-5',
                banner ? 'max-h-[calc(100dvh-1.8125rem)]' : 'max-h-dvh',
              )}
            >
              <Link href={home} className="mb-5 self-start px-2 py-1">
                <Wordmark className="h-5 w-auto" />
              </Link>
              {team && <TeamMenu team={team} teams={teams} createHref={createTeamHref} />}
              <CommandButton />
              <nav aria-label={t('shell.app.main')} className="grid gap-1">
                {nav.map((item) => (
                  <SideLink key={item.href} item={item} />
                ))}
              </nav>
              <div className="mt-auto grid gap-1 pt-6">
                {notices && <SideLink item={noticesItem(notices, t('shell.app.notices'))} />}
                <AccountMenu account={account} links={props.accountLinks} signOut={props.signOut} />
              </div>
            </div>
          </aside>
          <div className="flex min-w-0 grow flex-col">
            <header className="app-bar sticky top-0 z-20 flex h-14 items-center gap-3 border-b bg-paper px-5 lg:hidden">
              <Link href={home} className="-m-2 p-2">
                <Mark />
              </Link>
              <div className="min-w-11 flex-1">
                {team && (
                  <TeamMenu
                    team={team}
                    teams={teams}
                    createHref={createTeamHref}
                    pages={nav.filter((item) => !tabbed.has(item.href))}
                    compact
                  />
                )}
              </div>
              {balance && (
                // With text twice as large the way to the other pages and teams needs the room.
                <Link href={balance.href} className="-mx-2 flex h-11 items-center px-2 max-[15rem]:hidden">
                  <CreditAmount amount={balance.amount} />
                </Link>
              )}
              <div className="-mr-2 flex items-center">
                {notices && <NoticesButton notices={notices} />}
                <AccountMenu account={account} links={props.accountLinks} signOut={props.signOut} compact />
              </div>
            </header>
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-[calc(var(--container-content)+5rem)] grow px-5 pt-5 pb-8 outline-none sm:px-8 lg:px-10 lg:pt-8 lg:pb-16"
            >
              {children}
            </main>
            <nav
              aria-label={t('shell.app.tabs')}
              className="app-tabs sticky bottom-0 z-20 grid h-(--tabs-height) auto-cols-fr grid-flow-col border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden"
            >
              {tabs.map((item) => (
                <TabLink key={item.href} item={item} />
              ))}
            </nav>
          </div>
        </div>
        <CommandCenter groups={props.commands} find={props.find} />
        <Toaster />
        <HoldOffline />
        <ServiceWorker />
      </div>
    </ClientTexts>
  );
}

function noticesItem(notices: { href: string; unread: number }, label: string): NavItem {
  return {
    href: notices.href,
    label,
    icon: <Bell aria-hidden="true" />,
    aside: notices.unread > 0 ? notices.unread : undefined,
  };
}

function NoticesButton({ notices }: { notices: { href: string; unread: number } }) {
  const { t } = useTexts();
  return (
    <Link
      href={notices.href}
      aria-label={t('shell.app.noticesNew', { count: notices.unread })}
      className={buttonClass('bare', 'icon')}
    >
      <Bell className="size-5" aria-hidden="true" />
      {notices.unread > 0 && (
        <span className="absolute top-[calc(50%-0.75rem)] left-[calc(50%+0.25rem)] size-2 rounded-full bg-key" />
      )}
    </Link>
  );
}
