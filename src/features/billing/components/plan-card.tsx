import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { PlanSummary } from '../billing-view-types';
import { ENTITLEMENTS } from '../entitlement-rules';
import { nextCharge, type PlanState, planState, tierReason } from '../plans/plan-card-rules';
import { PLANS } from '../price-list';
import { keptWords, TIER_NAMES } from '../tier-rules';
import { CancelPlan, ResumePlan } from './plan-buttons';

/** The team's tier now and why, what is charged next, and the way to change it. */
export function PlanCard({ slug, plan: summary }: { slug: string; plan: PlanSummary }) {
  const { tier, plan, proUntil } = summary;
  const state = planState(summary);
  const charge = nextCharge(summary);
  return (
    <Card aria-labelledby="plan">
      <CardHead id="plan" title="Plan">
        <StateBadge summary={summary} state={state} />
      </CardHead>
      <CardBody className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <div className="grid content-start gap-2">
          <p className="display-40">{TIER_NAMES[tier]}</p>
          <p className="max-w-[32em] text-ink-2">
            {tierReason(summary)}
            {summary.why === 'enterprise' && proUntil && (
              <>
                {' '}
                Until <Time value={proUntil} style="date-year" />.
              </>
            )}
          </p>
          {plan && !plan.rests && summary.why !== 'plan' && (
            <p className="max-w-[32em] text-ink-2">
              Your {PLANS[plan.id].name} plan also adds {plan.monthlyCredits} credits a month.
            </p>
          )}
        </div>
        <KeyValueList className="border-y">
          {charge ? (
            <>
              <KeyValue name="Next payment">
                <span className="font-medium">{formatCents(charge.amountCents)}</span>
                {charge.at ? (
                  <>
                    {' on '}
                    <Time value={charge.at} style="date-year" />
                  </>
                ) : (
                  ', once the card is updated'
                )}
              </KeyValue>
              <KeyValue name="Credits added then">
                <CreditAmount amount={charge.credits} />
              </KeyValue>
            </>
          ) : (
            <KeyValue name="Next payment">{plan ? 'None, the plan ends' : 'None'}</KeyValue>
          )}
          <KeyValue name="Pictures at once">Up to {ENTITLEMENTS[tier].maxVariations}</KeyValue>
          <KeyValue name="Pictures kept">{keptWords(tier)}</KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>
        <StateWords summary={summary} state={state} />
        <span className="flex flex-wrap gap-2 phone:w-full phone:*:grow">
          {plan && !plan.cancelAtPeriodEnd && <CancelPlan team={slug} plan={plan} />}
          {plan?.cancelAtPeriodEnd && <ResumePlan team={slug} plan={plan} />}
          <ButtonLink href={`/teams/${slug}/billing/plan`} className="text-ink">
            {plan ? 'Change plan' : 'See plans'}
          </ButtonLink>
        </span>
      </CardFoot>
    </Card>
  );
}

function StateBadge({ summary: { plan }, state }: { summary: PlanSummary; state: PlanState }) {
  if (!plan) return null;
  switch (state) {
    case 'past-due':
      return <Badge tone="bad">Payment failed</Badge>;
    case 'resting':
      return <Badge tone="bad">On hold</Badge>;
    case 'ending':
      return (
        <Badge tone="warn">
          Ends <Time value={plan.periodEnd} style="date" />
        </Badge>
      );
    case 'changing':
      return (
        <Badge tone="info">
          {PLANS[plan.nextPlan ?? plan.id].name} from <Time value={plan.periodEnd} style="date" />
        </Badge>
      );
    default:
      return <Badge tone="good">Active</Badge>;
  }
}

/** The sentence beside the buttons. */
function StateWords({ summary: { plan }, state }: { summary: PlanSummary; state: PlanState }) {
  if (!plan) return <span>A plan adds credits every month.</span>;
  const date = <Time value={plan.periodEnd} style="date-year" />;
  if (state === 'resting')
    return (
      <span>
        This month’s payment was refunded or is disputed. The {PLANS[plan.id].name} plan is on hold until that
        is decided or the next month is paid.
      </span>
    );
  if (state === 'ending')
    return <span>Ends {date}. You will not be charged again, and your credits stay.</span>;
  if (state === 'changing')
    return (
      <span>
        {PLANS[plan.id].name} until {date}, then {PLANS[plan.nextPlan ?? plan.id].name}.
      </span>
    );
  return (
    <span>
      {PLANS[plan.id].name} plan, {formatCents(plan.amountCents)} a month.
    </span>
  );
}
