import { teamRoute } from '@/auth/route';
import { env } from '@/env';
import { changePlan } from '@/features/billing/plans/change-plan';
import { changePlanInput } from '@/features/billing/plans/plan-input';

/** Moves to another plan: a higher one now, a lower one with the next period. */
export const POST = teamRoute(
  { permission: 'billing:buy', body: changePlanInput, limit: 'checkout' },
  ({ ctx, body }) => changePlan(ctx, body, { now: new Date(), appUrl: env().appUrl }),
);
