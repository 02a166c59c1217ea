import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { Time } from '@/components/ui/time';
import type { AccountPage } from '../account-loaders';
import { LeaveTeamButton } from './leave-team-button';
import { PasskeyList } from './passkey-list';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';
import { SessionList } from './session-list';
import { SocialAlert } from './social-alert';
import { SocialList } from './social-list';
import { TwoStep } from './two-step';

export function AccountView({ view }: { view: AccountPage }) {
  const { t, rich } = useTexts();
  const { user, hasPassword, codesLeft, passkeys, services, sessions, consents, teams } = view;
  const linked = services.some(({ since }) => since !== null);
  return (
    <>
      <PageHead title={t('account.view.title')} actions={<ThemeToggle />} />
      <SocialAlert done={view.done} active={services.map(({ provider }) => provider)} />
      <div className="grid gap-6 phone:gap-4 lg:grid-cols-2">
        <Card>
          <CardHead title={t('account.view.you')} />
          <CardBody>
            <ProfileForm name={user.name} email={user.email} language={user.language} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title={t(hasPassword ? 'account.view.password' : 'account.view.setPassword')} />
          <CardBody>
            {!hasPassword && (
              <p className="mb-4 text-ink-2">
                {t(linked ? 'account.view.noPasswordLinked' : 'account.view.noPassword')}
              </p>
            )}
            <PasswordForm key={String(hasPassword)} email={user.email} hasPassword={hasPassword} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title={t('account.view.twoStep')}>
            {codesLeft !== null && <Badge tone="good">{t('account.view.on')}</Badge>}
          </CardHead>
          <CardBody>
            <TwoStep codesLeft={codesLeft} hasPassword={hasPassword} linked={linked} email={user.email} />
          </CardBody>
        </Card>
        <Card>
          <CardHead title={t('account.view.passkeys')} />
          <PasskeyList passkeys={passkeys} />
        </Card>
        {services.length > 0 && (
          <Card>
            <CardHead title={t('account.view.social')} />
            <SocialList services={services} />
          </Card>
        )}
        <Card>
          <CardHead title={t('account.view.devices')} />
          <SessionList sessions={sessions} />
        </Card>
        <Card className={services.length > 0 ? 'lg:col-span-2' : undefined}>
          <CardHead title={t('account.view.teams')}>
            <ButtonLink href="/teams?new" size="sm">
              {t('account.view.startAnother')}
            </ButtonLink>
          </CardHead>
          {teams.length === 0 ? (
            <CardBody className="text-ink-2">{t('account.view.noTeam')}</CardBody>
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
                  <Badge>{t(`account.role.${team.role}`)}</Badge>
                  <LeaveTeamButton slug={team.slug} name={team.name} />
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card className="lg:col-span-2">
          <CardHead title={t('account.view.consents')} />
          {consents.length === 0 ? (
            <CardBody className="text-ink-2">{t('account.view.noConsents')}</CardBody>
          ) : (
            <ul className="divide-y">
              {consents.map((consent) => (
                <li
                  key={consent.id}
                  className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2"
                >
                  <span className="min-w-0 flex-1 font-medium phone:basis-full">
                    {t('account.view.photosFor', { team: consent.team })}
                  </span>
                  <span className="text-ink-2">
                    {rich('account.view.agreed', {
                      day: () => <Time key="day" value={consent.acceptedAt} style="date-year" />,
                    })}
                  </span>
                  {consent.withdrawnAt ? (
                    <span className="text-ink-2">
                      {rich('account.view.withdrawn', {
                        day: () => <Time key="day" value={consent.withdrawnAt ?? ''} style="date-year" />,
                      })}
                    </span>
                  ) : (
                    <Badge tone="good">{t('account.view.inForce')}</Badge>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card className="lg:col-span-2">
          <CardHead title={t('account.view.data')} />
          <CardBody className="flex flex-wrap items-center justify-between gap-4">
            <p className="min-w-0 max-w-reading flex-1 basis-64 text-ink-2">{t('account.view.dataLead')}</p>
            <div className="flex flex-wrap gap-2">
              <ButtonLink href="/account/deletions">{t('deletion.list.title')}</ButtonLink>
              <a href="/api/account/export" download className={buttonClass()}>
                <Download className="size-4" aria-hidden="true" />
                {t('account.view.download')}
              </a>
            </div>
          </CardBody>
          <CardFoot className="gap-4">
            <p className="min-w-0 max-w-reading flex-1 basis-64">{t('deletion.account.line')}</p>
            <ButtonLink href="/account/delete" variant="danger">
              {t('deletion.account.press')}
            </ButtonLink>
          </CardFoot>
        </Card>
      </div>
    </>
  );
}
