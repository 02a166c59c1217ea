import type Stripe from 'stripe';
import { stripeAccount } from '@/adapters/payments/stripe';
import { callStripe } from '@/adapters/payments/stripe-errors';
import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { textsIn } from '@/texts/catalogue';
import { say } from '@/texts/current-texts';
import { type Checkout, openCheckout } from '../checkout/create-checkout';
import { type Order, placeOrder } from '../checkout/place-order';
import { lineName } from '../label-words';
import { orderPath } from '../order-path';
import { PLANS } from '../price-list';
import { getSlug } from '../team-slug';
import { findRunningPlan } from './find-running-plan';
import { type PlanCheckoutInput, planCheckoutInput } from './plan-input';
import { isInForce } from './plan-rules';
import { refreshPlan } from './refresh-plan';

export type PlanCheckoutScope = {
  /** The address of the site, for the way back. */
  returnTo: string;
  now: Date;
  appUrl: string;
};

/**
 * Orders a plan and opens Stripe's payment page for it; the order is written before Stripe hears of it. Throws `conflict` while a
 * plan is running (then it is a change, see `changePlan`), `unavailable` when Stripe cannot be reached: nothing was charged.
 */
export async function createPlanCheckout(
  ctx: Ctx,
  input: PlanCheckoutInput,
  scope: PlanCheckoutScope,
): Promise<Checkout> {
  requirePermission(ctx.actor, 'billing:buy');
  const { plan, idempotencyKey } = planCheckoutInput.parse(input);
  await requireNoPlan(ctx, scope);
  const { monthlyCredits, amountCents } = PLANS[plan];
  const offer = { kind: 'plan', pack: plan, credits: monthlyCredits, amountCents } as const;
  const order = await placeOrder(ctx, offer, { idempotencyKey });
  return openCheckout(ctx, order, async (customer, { checkout }) => {
    const page = `${scope.returnTo}/teams/${await getSlug(ctx)}/${orderPath('plan', order.id)}`;
    return checkout.sessions.create(sessionParams(order, customer, page), {
      idempotencyKey: `checkout:${order.id}:${customer}`,
    });
  });
}

/** A plan that looks over is asked about: its last event may still be on the way. */
async function requireNoPlan(ctx: Ctx, { now, appUrl }: PlanCheckoutScope): Promise<void> {
  let running = await findRunningPlan(ctx);
  if (running && !isInForce(running, now)) {
    const { db, orgId } = ctx;
    const { stripeSubscriptionId } = running;
    const { client: stripe } = await stripeAccount();
    const scope = { db, stripe, now, appUrl, job: 'billing.plan-checkout' };
    await callStripe(() => refreshPlan(scope, orgId, stripeSubscriptionId));
    running = await findRunningPlan(ctx);
  }
  if (!running) return;
  const { name } = PLANS[running.plan];
  throw new AppError('conflict', say('billing.refused.planRuns', { plan: name }), { plan: running.plan });
}

function sessionParams(order: Order, customer: string, page: string): Stripe.Checkout.SessionCreateParams {
  const metadata = { order_id: order.id, organization_id: order.organizationId };
  const texts = textsIn(order.language);
  return {
    mode: 'subscription',
    customer,
    locale: texts.language,
    client_reference_id: order.organizationId,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency,
          unit_amount: order.amountCents,
          recurring: { interval: 'month' },
          product_data: { name: lineName(order, texts) },
        },
      },
    ],
    allow_promotion_codes: true,
    metadata,
    subscription_data: { metadata },
    success_url: page,
    cancel_url: `${page}?cancelled=1`,
  };
}
