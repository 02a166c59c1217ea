'use client';

import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import type { PlanSummary } from '../billing-view-types';
import { cancelPlanAction, resumePlanAction } from '../plan-actions';
import { PLANS } from '../price-list';

type Running = NonNullable<PlanSummary['plan']>;

/** Ends the plan with its month. */
export function CancelPlan({ team, plan, wide = false }: { team: string; plan: Running; wide?: boolean }) {
  const { t, rich } = useTexts();
  const router = useRouter();
  const { name } = PLANS[plan.id];
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" className={wide ? 'w-full' : undefined}>
          {t('billing.client.cancel.open')}
        </Button>
      }
      title={t('billing.client.cancel.title', { plan: name })}
      description={rich('billing.client.cancel.lead', {
        plan: name,
        date: () => <Time value={plan.periodEnd} style="date-year" />,
      })}
      confirmLabel={t('billing.client.cancel.submit', { plan: name })}
      cancelLabel={t('billing.client.cancel.keep', { plan: name })}
      onConfirm={async () => {
        const result = await cancelPlanAction(team, {});
        if (!result.ok) return { error: result.message };
        router.refresh();
        toast.success(t('billing.client.cancel.done', { plan: name }));
        return undefined;
      }}
    />
  );
}

/** Takes a cancellation back. */
export function ResumePlan({ team, plan, wide = false }: { team: string; plan: Running; wide?: boolean }) {
  const { t, rich, cents } = useTexts();
  const router = useRouter();
  const { name } = PLANS[plan.id];
  const next = PLANS[plan.nextPlan ?? plan.id];
  const resume = t('billing.client.resume.open', { plan: name });
  return (
    <ConfirmDialog
      tone="key"
      trigger={<Button className={wide ? 'w-full' : undefined}>{resume}</Button>}
      title={t('billing.client.resume.title', { plan: name })}
      description={rich('billing.client.resume.lead', {
        amount: cents(next.amountCents),
        date: () => <Time value={plan.periodEnd} style="date-year" />,
        credits: next.monthlyCredits,
      })}
      confirmLabel={resume}
      onConfirm={async () => {
        const result = await resumePlanAction(team, {});
        if (!result.ok) return { error: result.message };
        router.refresh();
        toast.success(t('billing.client.resume.done', { plan: name }));
        return undefined;
      }}
    />
  );
}
