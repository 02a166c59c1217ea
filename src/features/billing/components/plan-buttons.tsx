'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { formatCents } from '@/lib/money';
import type { PlanSummary } from '../billing-view-types';
import { cancelPlanAction, resumePlanAction } from '../plan-actions';
import { PLANS } from '../price-list';

type Running = NonNullable<PlanSummary['plan']>;

/** Ends the plan with its month. */
export function CancelPlan({ team, plan, wide = false }: { team: string; plan: Running; wide?: boolean }) {
  const router = useRouter();
  const { name } = PLANS[plan.id];
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger" className={wide ? 'w-full' : undefined}>
          Cancel plan
        </Button>
      }
      title={`Cancel the ${name} plan?`}
      description={
        <>
          You keep {name} until <Time value={plan.periodEnd} style="date-year" /> and are not charged again.
          Your credits stay, and until then you can resume the plan.
        </>
      }
      confirmLabel={`Cancel ${name}`}
      cancelLabel={`Keep ${name}`}
      onConfirm={async () => {
        const result = await cancelPlanAction(team, {});
        if (!result.ok) return { error: result.message };
        router.refresh();
        toast.success(`The ${name} plan will end after the month you paid for.`);
        return undefined;
      }}
    />
  );
}

/** Takes a cancellation back. */
export function ResumePlan({ team, plan, wide = false }: { team: string; plan: Running; wide?: boolean }) {
  const router = useRouter();
  const { name } = PLANS[plan.id];
  const next = PLANS[plan.nextPlan ?? plan.id];
  return (
    <ConfirmDialog
      tone="key"
      trigger={<Button className={wide ? 'w-full' : undefined}>Resume {name}</Button>}
      title={`Resume the ${name} plan?`}
      description={
        <>
          Nothing is charged now. The next payment is {formatCents(next.amountCents)} on{' '}
          <Time value={plan.periodEnd} style="date-year" /> and adds {next.monthlyCredits} credits.
        </>
      }
      confirmLabel={`Resume ${name}`}
      onConfirm={async () => {
        const result = await resumePlanAction(team, {});
        if (!result.ok) return { error: result.message };
        router.refresh();
        toast.success(`The ${name} plan continues.`);
        return undefined;
      }}
    />
  );
}
