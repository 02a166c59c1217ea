import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import type { DeletionPageView } from '../deletion-loaders';
import { DeleteAccountForm } from './delete-account-form';
import { TeamAtEndLine } from './team-at-end-line';

/** What goes, what stays, what becomes of each team, and only then the form. */
export function DeleteAccountView({ view }: { view: DeletionPageView }) {
  const { t } = useTexts();
  const { teams, goes } = view;
  const blocked = teams.filter(({ end }) => end === 'blocked');
  return (
    <>
      <PageHead
        title={t('deletion.page.title')}
        crumbs={[{ label: t('account.nav.account'), href: '/account' }, { label: t('deletion.page.title') }]}
      >
        {t('deletion.page.lead')}
      </PageHead>
      <div className="grid max-w-[44rem] gap-6 phone:gap-4">
        {blocked.map(({ id, name, slug, people }) => (
          <Alert
            key={id}
            tone="warn"
            title={t('deletion.team.blockedTitle', { team: name })}
            action={
              <ButtonLink href={`/teams/${slug}/members`} size="sm">
                {t('deletion.team.chooseOwner')}
              </ButtonLink>
            }
          >
            {t('deletion.team.blockedBody', { count: people - 1 })}
          </Alert>
        ))}
        <Card>
          <CardHead title={t('deletion.page.goes')} />
          <CardBody>
            <ul className="grid list-disc gap-2 pl-5">
              <li>{t('deletion.page.goesPictures', { count: goes.pictures })}</li>
              <li>{t('deletion.page.goesSelfies')}</li>
              <li>{t('deletion.page.goesAccount')}</li>
              <li>{t('deletion.page.goesWords')}</li>
              {goes.running > 0 && <li>{t('deletion.page.goesRunning', { count: goes.running })}</li>}
            </ul>
          </CardBody>
          <CardFoot>
            <span>{t('deletion.page.copyFirst')}</span>
            <a href="/api/account/export" download className={buttonClass('default', 'sm')}>
              <Download className="size-4" aria-hidden="true" />
              {t('deletion.page.download')}
            </a>
          </CardFoot>
        </Card>
        {teams.length > 0 && (
          <Card>
            <CardHead title={t('deletion.page.teams')} />
            <ul className="divide-y">
              {teams.map((team) => (
                <TeamAtEndLine key={team.id} team={team} />
              ))}
            </ul>
          </Card>
        )}
        <WhatStays />
        {blocked.length === 0 && <Confirm view={view} />}
      </div>
    </>
  );
}

function WhatStays() {
  const { t, rich } = useTexts();
  return (
    <Card>
      <CardHead title={t('deletion.page.stays')} />
      <CardBody>
        <ul className="grid list-disc gap-2 pl-5">
          <li>{t('deletion.page.staysBooks')}</li>
          <li>{t('deletion.page.staysLog')}</li>
          <li>{t('deletion.page.staysReceipt')}</li>
        </ul>
        <p className="mt-4 text-ink-2">
          {rich('deletion.page.staysHow', {
            link: (children) => (
              <Link href="/privacy" className="link">
                {children}
              </Link>
            ),
          })}
        </p>
      </CardBody>
    </Card>
  );
}

function Confirm({ view: { email, proof, givenUp } }: { view: DeletionPageView }) {
  const { t } = useTexts();
  return (
    <Card aria-labelledby="confirm">
      <CardHead title={t('deletion.page.now')} id="confirm" />
      <CardBody>
        {proof === 'too_old' ? (
          <Alert tone="warn" title={t('deletion.page.tooOld')}>
            {t('deletion.page.tooOldBody')}
          </Alert>
        ) : (
          <DeleteAccountForm email={email} proof={proof} givenUp={givenUp} />
        )}
      </CardBody>
    </Card>
  );
}
