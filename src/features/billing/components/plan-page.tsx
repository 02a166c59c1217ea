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
  const { slug, team, plan: summary } = view;
  const { plan, tier } = summary;
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed']} />
      <PageHead
        title={plan ? 'Change plan' : 'Choose a plan'}
        crumbs={[{ label: 'Billing', href: `/teams/${slug}/billing` }, { label: 'Plan' }]}
      >
        For {team}, billed monthly in US dollars, before tax. Plan credits go into the same pool as bought
        credits and stay when the plan ends.
      </PageHead>
      {plan && planState(summary) === 'changing' && (
        <Alert tone="info" className="mb-6">
          {PLANS[plan.id].name} stays until <Time value={plan.periodEnd} style="date-year" />, then{' '}
          {PLANS[plan.nextPlan ?? plan.id].name} starts.
        </Alert>
      )}
      <PlanColumns
        heading="h2"
        qualities={qualities}
        current={tier}
        action={(column) => <ColumnAction slug={slug} summary={summary} tier={column} />}
      />
      <p className="mt-4 max-w-reading text-ink-2">
        A higher plan starts at once and you pay the difference. A lower plan starts with the next month. A
        cancelled plan runs to the end of its month.
      </p>
    </>
  );
}

function ColumnAction({ slug, summary, tier }: { slug: string; summary: PlanSummary; tier: Tier }) {
  const { plan } = summary;
  const offer = planOffer(summary, tier);
  if (!plan || tier === 'free') {
    if (plan && offer === 'cancel') return <CancelPlan team={slug} plan={plan} wide />;
    if (plan && offer === 'waiting')
      return (
        <Note>
          Your plan ends <Time value={plan.periodEnd} style="date" />
        </Note>
      );
    return tier === 'free' ? (
      <Note>Nothing to pay</Note>
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
          Starts <Time value={plan.periodEnd} style="date" />
        </Note>
      );
    default:
      return <Note>Your plan</Note>;
  }
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="flex h-control items-center justify-center text-ink-2">{children}</p>;
}
