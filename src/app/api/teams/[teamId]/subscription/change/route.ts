import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { env } from '@/env';
import { changePlan } from '@/features/billing/plans/change-plan';

/** Moves to another plan: a higher one now, a lower one with the next period. */
export const POST = teamRoute(contract.changePlan, ({ ctx, body }) =>
  changePlan(ctx, body, { now: new Date(), appUrl: env().appUrl }),
);
