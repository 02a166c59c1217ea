import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import type { PlanSummary } from '../billing-view-types';
import type { Tier } from '../entitlement-rules';
import type { PlanPageView } from '../plan-loaders';
import { planOffer, planState } from '../plans/plan-card-rules';
import { PLANS, type PlanId } from '../price-list';
import type { OfferedQuality } from '../tier-rules';
import { ChangePlan } from './change-plan';
import { CancelPlan, ResumePlan } from './plan-buttons';
import { PlanColumns } from './plan-columns';
import { StartPlan } from './start-plan';

/** Where a plan is chosen and changed. */
export function PlanPage({ view, qualities }: { view: PlanPageView; qualities: readonly OfferedQuality[] }) {
  const { t, rich } = useTexts();
  const { slug, team, plan: summary } = view;
  const { plan, tier } = summary;
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed']} />
      <PageHead
        title={t(plan ? 'billing.plans.change' : 'billing.plans.choose')}
        crumbs={[
          { label: t('billing.crumbs.billing'), href: `/teams/${slug}/billing` },
          { label: t('billing.crumbs.plan') },
        ]}
      >
        {t('billing.plans.lead', { team })}
      </PageHead>
      {plan && planState(summary) === 'changing' && (
        <Alert tone="info" className="mb-6">
          {rich('billing.plans.changing', {
            plan: PLANS[plan.id].name,
            next: PLANS[plan.nextPlan ?? plan.id].name,
            date: () => <Time value={plan.periodEnd} style="date-year" />,
          })}
        </Alert>
      )}
      <PlanColumns
        heading="h2"
        qualities={qualities}
        current={tier}
        action={(column) => <ColumnAction slug={slug} summary={summary} tier={column} />}
      />
      <p className="mt-4 max-w-reading text-ink-2">{t('billing.plans.rules')}</p>
    </>
  );
}

function ColumnAction({ slug, summary, tier }: { slug: string; summary: PlanSummary; tier: Tier }) {
  const { t, rich } = useTexts();
  const { plan } = summary;
  const offer = planOffer(summary, tier);
  if (!plan || tier === 'free') {
    if (plan && offer === 'cancel') return <CancelPlan team={slug} plan={plan} wide />;
    if (plan && offer === 'waiting')
      return (
        <Note>
          {rich('billing.plans.ends', { date: () => <Time value={plan.periodEnd} style="date" /> })}
        </Note>
      );
    return tier === 'free' ? (
      <Note>{t('billing.plans.free')}</Note>
    ) : (
      <StartPlan team={slug} plan={tier} variant={tier === 'plus' ? 'key' : 'default'} />
    );
  }
  return <RunningAction slug={slug} plan={plan} offer={offer} tier={tier} />;
}

type RunningProps = {
  slug: string;
  plan: NonNullable<PlanSummary['plan']>;
  offer: ReturnType<typeof planOffer>;
  tier: PlanId;
};

function RunningAction({ slug, plan, offer, tier }: RunningProps) {
  const { t, rich } = useTexts();
  switch (offer) {
    case 'upgrade':
    case 'downgrade':
    case 'keep':
      return <ChangePlan team={slug} from={plan.id} to={tier} periodEnd={plan.periodEnd} offer={offer} />;
    case 'resume':
      return <ResumePlan team={slug} plan={plan} wide />;
    case 'waiting':
      return (
        <Note>
          {rich('billing.plans.starts', { date: () => <Time value={plan.periodEnd} style="date" /> })}
        </Note>
      );
    default:
      return <Note>{t('billing.plans.yours')}</Note>;
  }
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="flex h-control items-center justify-center text-ink-2">{children}</p>;
}
