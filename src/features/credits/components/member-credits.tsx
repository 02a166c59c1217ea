import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { PageHead } from '@/components/ui/page-head';
import type { MemberCredits } from '../member-loaders';
import { HeldCard } from './held-card';
import { MemberMoves } from './member-moves';
import { StatementFiles, StatementSection } from './statement-view';
import { UsageFigures } from './usage-figures';
import { UsedChart } from './used-chart';
import { ViewLinks } from './view-links';
import { WalletFigures } from './wallet-figures';

/** One person's credits as those see them who hand credits out. */
export function MemberCreditsView({ view }: { view: MemberCredits }) {
  const { t } = useTexts();
  const { slug, person, wallet, pool, others, holds, range, ranges, spend, figures, statement } = view;
  return (
    <>
      <LiveRefresh team={slug} types={['balance.changed', 'members.changed']} />
      <PageHead
        title={person.name}
        crumbs={[{ label: t('credits.title'), href: `/teams/${slug}/credits` }, { label: person.name }]}
        actions={<StatementFiles statement={statement} />}
      >
        {person.about}
      </PageHead>
      <Card aria-label={t('credits.member.wallet')}>
        <WalletFigures wallet={wallet} />
        {person.present && (
          <div className="border-t px-6 py-3.5 phone:px-5">
            <MemberMoves
              team={slug}
              person={{ memberId: person.memberId, name: person.name }}
              pool={pool}
              free={wallet.free}
              others={others}
            />
          </div>
        )}
      </Card>
      <div className="mt-8 mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-20">{t('credits.usage.title', { range })}</h2>
        <ViewLinks label={t('credits.period')} views={ranges} />
      </div>
      <div className="grid gap-6 phone:gap-4 lg:grid-cols-[minmax(0,1fr)_352px]">
        <UsageFigures
          figures={figures}
          label={t('credits.member.figures', { name: person.name, range })}
          square
          className={holds.length > 0 ? 'self-start' : undefined}
        />
        <div className="grid min-w-0 gap-6 phone:gap-4">
          <UsedChart spend={spend} />
          <HeldCard slug={slug} holds={holds} total={wallet.held} />
        </div>
      </div>
      <div className="mt-6 phone:mt-4">
        <StatementSection statement={statement} />
      </div>
    </>
  );
}
