'use client';

import type { ButtonVariant } from '@/components/ui/button';
import { formatCents } from '@/lib/money';
import { buyPlanAction } from '../plan-actions';
import { PLANS, type PlanId } from '../price-list';
import { CheckoutButton } from './checkout-button';

/** Orders a plan and goes to the payment page. */
export function StartPlan({ team, plan, variant }: { team: string; plan: PlanId; variant: ButtonVariant }) {
  const { name, amountCents } = PLANS[plan];
  return (
    <div>
      <CheckoutButton
        variant={variant}
        what={plan}
        label={`Start ${name} for ${formatCents(amountCents)} a month`}
        order={(idempotencyKey) => buyPlanAction(team, { plan, idempotencyKey })}
      >
        Start {name}
      </CheckoutButton>
    </div>
  );
}
