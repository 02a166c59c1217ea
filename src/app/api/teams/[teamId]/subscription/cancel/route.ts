import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { env } from '@/env';
import { cancelPlan } from '@/features/billing/plans/cancel-plan';

/** Ends the plan with its paid period. */
export const POST = teamRoute(contract.cancelPlan, ({ ctx }) =>
  cancelPlan(ctx, { now: new Date(), appUrl: env().appUrl }),
);
