import type { ReactNode } from 'react';
import { LiveRefresh } from '@/components/live/live-refresh';
import { AppShell } from '@/components/shell/app-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { signOutAction } from '@/features/account/sign-in-actions';
import { RememberTeam } from '@/features/organizations/components/remember-team';
import { teamCommands } from '@/features/organizations/components/team-commands';
import { teamNav } from '@/features/organizations/components/team-nav';
import { findInTeamAction } from '@/features/organizations/find-actions';
import { loadTeamShell } from '@/features/organizations/loaders';
import { pageTexts } from '@/texts/page-texts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export default async function TeamLayout({ params, children }: Props) {
  const { team, role, teams, user, free, unread, embedded, localStripe } = await loadTeamShell(params);
  const texts = await pageTexts();
  const { nav, tabs } = teamNav(team.slug, role, free, texts);
  return (
    <AppShell
      team={{ name: team.name, href: `/teams/${team.slug}` }}
      teams={teams.map((mine) => ({ name: mine.name, href: `/teams/${mine.slug}` }))}
      createTeamHref="/teams?new"
      nav={nav}
      tabs={tabs}
      balance={{ amount: free, href: `/teams/${team.slug}/credits` }}
      notices={{ href: `/teams/${team.slug}/notices`, unread }}
      commands={teamCommands(team.slug, role, nav, teams, texts)}
      find={findInTeamAction.bind(null, team.slug)}
      account={user}
      accountLinks={[
        { href: '/account', label: texts.t('members.commands.account') },
        { href: '/teams?new', label: texts.t('members.commands.teams') },
      ]}
      signOut={signOutAction}
      banner={embedded && <EmbeddedBanner stripe={localStripe} />}
    >
      <RememberTeam slug={team.slug} />
      <LiveRefresh team={team.slug} types={['notice.created', 'balance.changed']} />
      {children}
    </AppShell>
  );
}
