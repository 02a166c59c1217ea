import { useTexts } from '#use-texts';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import type { AdminCredits } from '../loaders';
import { BalanceCard } from './balance-card';
import { CreditsNav } from './credits-nav';
import { DebtBanner } from './debt-banner';
import { HeldCard } from './held-card';
import { LatestMoves } from './latest-moves';
import { RequestList } from './request-list';
import { UsedChart } from './used-chart';
import { WalletTable } from './wallet-table';

/** Credits as those see them who hand them out. */
export function AdminCreditsView({ view }: { view: AdminCredits }) {
  const { t } = useTexts();
  const { slug, overview, checkedAt, requests, latest, spend, holds } = view;
  const empty = overview.issued === 0;
  const buy = (
    <ButtonLink href={`/teams/${slug}/credits/buy`} variant={empty ? 'key' : 'default'}>
      {t('credits.buy')}
    </ButtonLink>
  );
  return (
    <>
      <LiveRefresh
        team={slug}
        types={['balance.changed', 'members.changed', 'payment.changed', 'request.changed']}
      />
      <PageHead title={t('credits.title')} actions={!empty && overview.owed === 0 && buy} />
      {empty ? (
        <EmptyState light drawing={<EmptyLedger />} title={t('credits.empty.title')} action={buy}>
          {t('credits.empty.body')}
        </EmptyState>
      ) : (
        <>
          <CreditsNav slug={slug} at="overview" usage />
          <DebtBanner slug={slug} owed={overview.owed} />
          <BalanceCard overview={overview} checkedAt={checkedAt} />
          <div className="mt-6 phone:mt-4">
            <RequestList slug={slug} requests={requests} pool={overview.pool} />
            <WalletTable view={view} />
          </div>
          <div className="mt-6 grid items-start gap-6 phone:mt-4 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
            <LatestMoves
              title={t('credits.statement.pool')}
              rows={latest}
              href={`/teams/${slug}/credits/statement`}
            />
            <div className="grid min-w-0 gap-6 phone:gap-4">
              <UsedChart spend={spend} />
              <HeldCard slug={slug} holds={holds} total={overview.held} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
