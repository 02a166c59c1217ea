'use client';

import { useTexts } from '#use-texts';
import type { ButtonVariant } from '@/components/ui/button-class';
import { buyPlanAction } from '../plan-actions';
import { PLANS, type PlanId } from '../price-list';
import { CheckoutButton } from './checkout-button';

/** Orders a plan and goes to the payment page. */
export function StartPlan({ team, plan, variant }: { team: string; plan: PlanId; variant: ButtonVariant }) {
  const { t, cents } = useTexts();
  const { name, amountCents } = PLANS[plan];
  return (
    <div>
      <CheckoutButton
        variant={variant}
        what={plan}
        label={t('shop.client.plan.label', { plan: name, price: cents(amountCents) })}
        order={(idempotencyKey) => buyPlanAction(team, { plan, idempotencyKey })}
      >
        {t('shop.client.plan.start', { plan: name })}
      </CheckoutButton>
    </div>
  );
}
