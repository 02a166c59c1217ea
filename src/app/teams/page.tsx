import type { Metadata } from 'next';
import { AuthFoot, AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { OrDivider } from '@/components/shell/or-divider';
import { SignOutForm, SignOutLine } from '@/features/account/components/sign-out-line';
import { CreateTeamForm, StartSoloForm } from '@/features/organizations/components/create-team-form';
import { TeamList } from '@/features/organizations/components/team-list';
import { loadTeams } from '@/features/organizations/loaders';

export const metadata: Metadata = { title: 'My teams' };

type Props = { searchParams: Promise<{ new?: string | string[]; go?: string | string[] }> };

export default async function TeamsPage({ searchParams }: Props) {
  const { user, teams, embedded, localStripe } = await loadTeams(searchParams);
  return (
    <AuthShell banner={embedded && <EmbeddedBanner stripe={localStripe} />}>
      {teams.length > 0 ? (
        <>
          <AuthHead title="My teams" />
          <TeamList teams={teams} />
          <h2 className="mt-10 mb-4 font-semibold text-20">Start another team</h2>
          <CreateTeamForm />
        </>
      ) : (
        <>
          <AuthHead title="Who is it for?">3 credits are free: three standard pictures.</AuthHead>
          <CreateTeamForm label="Start a team" />
          <OrDivider />
          <StartSoloForm name={user.name} />
          <p className="mt-3 text-ink-2">Only your own pictures. You can invite people later.</p>
        </>
      )}
      <AuthFoot>
        <SignOutLine email={user.email} />
      </AuthFoot>
      <SignOutForm />
    </AuthShell>
  );
}
