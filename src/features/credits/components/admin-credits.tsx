import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import type { AdminCredits } from '../loaders';
import { BalanceCard } from './balance-card';
import { StatementCard, StatementDownload } from './statement-card';
import { WalletTable } from './wallet-table';

/** Credits as those see them who hand them out. */
export function AdminCreditsView({ view }: { view: AdminCredits }) {
  const { slug, overview, checkedAt, statement } = view;
  const buy = (
    <ButtonLink href={`/teams/${slug}/credits/buy`} variant={overview.issued === 0 ? 'key' : 'default'}>
      Buy credits
    </ButtonLink>
  );
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed', 'members.changed', 'payment.changed']} />
      <PageHead
        title="Credits"
        actions={
          overview.issued > 0 && (
            <>
              <StatementDownload href={statement.csvHref} />
              {buy}
            </>
          )
        }
      />
      {overview.issued === 0 ? (
        <EmptyState light drawing={<EmptyLedger />} title="No credits yet" action={buy}>
          Buy a pack once, then hand its credits to your team. Credits never expire.
        </EmptyState>
      ) : (
        <>
          <BalanceCard overview={overview} checkedAt={checkedAt} />
          <div className="mt-6 phone:mt-4">
            <WalletTable view={view} />
          </div>
          <StatementCard slug={slug} statement={statement} />
        </>
      )}
    </>
  );
}
