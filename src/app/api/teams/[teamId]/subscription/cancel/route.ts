import { teamRoute } from '@/auth/route';
import { env } from '@/env';
import { cancelPlan } from '@/features/billing/plans/cancel-plan';

/** Ends the plan with its paid period. */
export const POST = teamRoute({ permission: 'billing:buy', limit: 'checkout' }, ({ ctx }) =>
  cancelPlan(ctx, { now: new Date(), appUrl: env().appUrl }),
);
