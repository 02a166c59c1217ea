import { useTexts } from '#use-texts';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Time } from '@/components/ui/time';
import type { PlanSummary } from '../billing-view-types';
import { ENTITLEMENTS } from '../entitlement-rules';
import { nextCharge, type PlanState, planState, tierReason } from '../plans/plan-card-rules';
import { PLANS } from '../price-list';
import { keptWords } from '../tier-rules';
import { TIER_NAMES } from '../tier-types';
import { CancelPlan, ResumePlan } from './plan-buttons';

/** The team's tier now and why, what is charged next, and the way to change it. */
export function PlanCard({ slug, plan: summary }: { slug: string; plan: PlanSummary }) {
  const texts = useTexts();
  const { t, rich, cents } = texts;
  const { tier, why, plan, proUntil } = summary;
  const reason = tierReason(summary, texts);
  const state = planState(summary);
  const charge = nextCharge(summary);
  return (
    <Card aria-labelledby="plan">
      <CardHead id="plan" title={t('billing.plan.title')}>
        <StateBadge summary={summary} state={state} />
      </CardHead>
      <CardBody className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <div className="grid content-start gap-2">
          <p className="display-40">{TIER_NAMES[tier]}</p>
          <p className="max-w-[32em] text-ink-2">
            {why === 'enterprise' && proUntil
              ? rich('billing.plan.until', {
                  reason,
                  date: () => <Time value={proUntil} style="date-year" />,
                })
              : reason}
          </p>
          {plan && !plan.rests && why !== 'plan' && (
            <p className="max-w-[32em] text-ink-2">
              {t('billing.plan.alsoAdds', { plan: PLANS[plan.id].name, credits: plan.monthlyCredits })}
            </p>
          )}
        </div>
        <KeyValueList className="border-y">
          {charge ? (
            <>
              <KeyValue name={t('billing.plan.nextPayment')}>
                {rich(charge.at ? 'billing.plan.nextOn' : 'billing.plan.nextOnceCard', {
                  amount: () => <span className="font-medium">{cents(charge.amountCents)}</span>,
                  date: () => charge.at && <Time value={charge.at} style="date-year" />,
                })}
              </KeyValue>
              <KeyValue name={t('billing.plan.creditsThen')}>
                <CreditAmount amount={charge.credits} />
              </KeyValue>
            </>
          ) : (
            <KeyValue name={t('billing.plan.nextPayment')}>
              {t(plan ? 'billing.plan.noneEnds' : 'billing.plan.none')}
            </KeyValue>
          )}
          <KeyValue name={t('billing.tier.atOnce')}>
            {t('billing.tier.upTo', { count: ENTITLEMENTS[tier].maxVariations })}
          </KeyValue>
          <KeyValue name={t('billing.tier.kept')}>{keptWords(tier, texts)}</KeyValue>
        </KeyValueList>
      </CardBody>
      <CardFoot>
        <StateWords summary={summary} state={state} />
        <span className="flex flex-wrap gap-2 phone:w-full phone:*:grow">
          {plan && !plan.cancelAtPeriodEnd && <CancelPlan team={slug} plan={plan} />}
          {plan?.cancelAtPeriodEnd && <ResumePlan team={slug} plan={plan} />}
          <ButtonLink href={`/teams/${slug}/billing/plan`} className="text-ink">
            {t(plan ? 'billing.plan.change' : 'billing.plan.see')}
          </ButtonLink>
        </span>
      </CardFoot>
    </Card>
  );
}

const BADGES = {
  'past-due': 'bad',
  resting: 'bad',
  ending: 'warn',
  changing: 'info',
  running: 'good',
} as const;

function StateBadge({ summary: { plan }, state }: { summary: PlanSummary; state: PlanState }) {
  const { rich } = useTexts();
  if (!plan || state === 'none') return null;
  return (
    <Badge tone={BADGES[state]}>
      {rich(`billing.plan.badge.${state}`, {
        plan: PLANS[plan.nextPlan ?? plan.id].name,
        date: () => <Time value={plan.periodEnd} style="date" />,
      })}
    </Badge>
  );
}

/** The sentence beside the buttons. */
function StateWords({ summary: { plan }, state }: { summary: PlanSummary; state: PlanState }) {
  const { t, rich, cents } = useTexts();
  if (!plan) return <span>{t('billing.plan.words.none')}</span>;
  const said = state === 'past-due' ? 'running' : state;
  return (
    <span>
      {rich(`billing.plan.words.${said}`, {
        plan: PLANS[plan.id].name,
        next: PLANS[plan.nextPlan ?? plan.id].name,
        amount: cents(plan.amountCents),
        date: () => <Time value={plan.periodEnd} style="date-year" />,
      })}
    </span>
  );
}
