import type { Metadata } from 'next';
import { AuthFoot, AuthHead, AuthShell } from '@/components/shell/auth-shell';
import { EmbeddedBanner } from '@/components/shell/embedded-banner';
import { OrDivider } from '@/components/shell/or-divider';
import { SignOutForm, SignOutLine } from '@/features/account/components/sign-out-line';
import { CreateTeamForm, StartSoloForm } from '@/features/organizations/components/create-team-form';
import { TeamList } from '@/features/organizations/components/team-list';
import { loadTeams, type TeamsSearch } from '@/features/organizations/loaders';
import type { Arrival } from '@/lib/arrival';
import { ClientTexts } from '@/texts/client-texts';
import { pageTexts } from '@/texts/page-texts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t('members.pages.teams') };
}

type Props = { searchParams: Promise<TeamsSearch> };

export default async function TeamsPage({ searchParams }: Props) {
  const { user, teams, arrival, embedded, localStripe } = await loadTeams(searchParams);
  const { t } = await pageTexts();
  return (
    <AuthShell banner={embedded && <EmbeddedBanner stripe={localStripe} />}>
      <ClientTexts areas={['members']}>
        {teams.length > 0 ? (
          <>
            <AuthHead title={t('members.pages.teams')} />
            <TeamList teams={teams} />
            <h2 className="mt-10 mb-4 font-semibold text-20">{t('members.teams.another')}</h2>
            <CreateTeamForm />
          </>
        ) : (
          <>
            <AuthHead title={t('members.teams.forWhom')}>{t('members.teams.free')}</AuthHead>
            <FirstTeam name={user.name} arrival={arrival} />
          </>
        )}
      </ClientTexts>
      <AuthFoot>
        <SignOutLine email={user.email} />
      </AuthFoot>
      <SignOutForm />
    </AuthShell>
  );
}

/** A team, or oneself alone; first what the person came for. */
async function FirstTeam({ name, arrival: { alone, fields } }: { name: string; arrival: Arrival }) {
  const { t } = await pageTexts();
  const team = (
    <CreateTeamForm key="team" label={t('members.teams.start')} fields={fields} primary={!alone} />
  );
  const solo = (
    <div key="solo">
      <StartSoloForm name={name} fields={fields} primary={alone} />
      <p className="mt-3 mb-4 text-ink-2">{t('members.teams.soloHint')}</p>
    </div>
  );
  const [first, second] = alone ? [solo, team] : [team, solo];
  return (
    <>
      {first}
      <OrDivider />
      {second}
    </>
  );
}
