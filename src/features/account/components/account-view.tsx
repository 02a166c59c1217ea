import { Download } from 'lucide-react';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { Time } from '@/components/ui/time';
import type { AccountPage } from '../account-loaders';
import { LeaveTeamButton } from './leave-team-button';
import { PasskeyList } from './passkey-list';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { SessionList } from './session-list';
import { TwoStep } from './two-step';

export function AccountView({ view }: { view: AccountPage }) {
  const { user, hasPassword, codesLeft, passkeys, sessions, consents, teams } = view;
  return (
    <>
      <PageHead title="Account" actions={<ThemeToggle />} />
      <div className="grid gap-6 phone:gap-4 lg:grid-cols-2">
        <Card>
          <CardHead title="You" />
          <CardBody>
            <ProfileForm name={user.name} email={user.email} language={user.language} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title={hasPassword ? 'Password' : 'Set a password'} />
          <CardBody>
            {!hasPassword && (
              <p className="mb-4 text-ink-2">
                You sign in with a link by e-mail. A password is a second way in, if you want one.
              </p>
            )}
            <PasswordForm key={String(hasPassword)} email={user.email} hasPassword={hasPassword} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title="Two-step sign-in">{codesLeft !== null && <Badge tone="good">on</Badge>}</CardHead>
          <CardBody>
            <TwoStep codesLeft={codesLeft} hasPassword={hasPassword} email={user.email} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title="Passkeys" />
          <PasskeyList passkeys={passkeys} />
        </Card>
        <Card>
          <CardHead title="Devices" />
          <SessionList sessions={sessions} />
        </Card>
        <Card>
          <CardHead title="My teams">
            <ButtonLink href="/teams?new" size="sm">
              Start another
            </ButtonLink>
          </CardHead>
          {teams.length === 0 ? (
            <CardBody className="text-ink-2">You are in no team.</CardBody>
          ) : (
            <ul className="divide-y">
              {teams.map((team) => (
                <li key={team.id} className="flex min-h-14 items-center gap-3 px-5 py-2">
                  <Avatar name={team.name} size={28} square />
                  <Link
                    href={`/teams/${team.slug}`}
                    className="min-w-0 flex-1 truncate font-medium hover:underline"
                  >
                    {team.name}
                  </Link>
                  <Badge>{team.role}</Badge>
                  <LeaveTeamButton slug={team.slug} name={team.name} />
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card className="lg:col-span-2">
          <CardHead title="What I agreed to" />
          {consents.length === 0 ? (
            <CardBody className="text-ink-2">
              Nothing yet. Before your first selfie you read what happens to your photos, and agree or not.
            </CardBody>
          ) : (
            <ul className="divide-y">
              {consents.map((consent) => (
                <li
                  key={consent.id}
                  className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2"
                >
                  <span className="min-w-0 flex-1 font-medium phone:basis-full">
                    Photos for {consent.team}
                  </span>
                  <span className="text-ink-2">
                    agreed <Time value={consent.acceptedAt} style="date-year" />
                  </span>
                  {consent.withdrawnAt ? (
                    <span className="text-ink-2">
                      withdrawn <Time value={consent.withdrawnAt} style="date-year" />
                    </span>
                  ) : (
                    <Badge tone="good">in force</Badge>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card className="lg:col-span-2">
          <CardHead title="My data" />
          <CardBody className="flex flex-wrap items-center justify-between gap-4">
            <p className="min-w-0 max-w-reading flex-1 basis-64 text-ink-2">
              All my pictures and everything that is written about me, as a ZIP: teams, consents, generations,
              notices, devices. Face measurements are never exported.
            </p>
            <a href="/api/account/export" download className={buttonClass()}>
              <Download className="size-4" aria-hidden="true" />
              Download my data
            </a>
          </CardBody>
        </Card>
      </div>
    </>
  );
}
