import { LiveRefresh } from '@/components/live/live-refresh';
import { PageHead } from '@/components/ui/page-head';
import { BalanceCard } from '@/features/credits/components/balance-card';
import { DebtBanner } from '@/features/credits/components/debt-banner';
import type { HomePage } from '../member-loaders';
import { LatestPictures } from './latest-pictures';
import { MyStepCard, TeamStepCard } from './step-cards';
import { TeamProgress, WalletCard } from './team-cards';

/** The right home for the role: members see their next step, those who run the team also where everybody is. */
export function HomeView({ view }: { view: HomePage }) {
  const { slug, team, admin, latest } = view;
  return (
    <>
      <LiveRefresh
        team={slug}
        types={[
          'balance.changed',
          'members.changed',
          'generation.finished',
          'picture.changed',
          'photo.checked',
          'request.changed',
        ]}
      />
      <PageHead title={team} />
      {!admin && <DebtBanner slug={slug} {...view.debt} />}
      {admin ? (
        <div className="grid gap-6 phone:gap-4">
          {admin.step && <TeamStepCard slug={slug} step={admin.step} />}
          <BalanceCard overview={admin.overview} checkedAt={admin.checkedAt} />
          <div className="grid gap-6 phone:gap-4 lg:grid-cols-2">
            <TeamProgress slug={slug} count={admin.count} />
            <MyStepCard view={view} />
          </div>
          <LatestPictures slug={slug} pictures={latest} />
        </div>
      ) : (
        <div className="grid gap-6 phone:gap-4">
          <div className="grid gap-6 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
            <MyStepCard view={view} primary />
            <WalletCard slug={slug} free={view.free} />
          </div>
          <LatestPictures slug={slug} pictures={latest} />
        </div>
      )}
    </>
  );
}
