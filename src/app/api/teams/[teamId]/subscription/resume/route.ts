import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { env } from '@/env';
import { resumePlan } from '@/features/billing/plans/cancel-plan';

/** Takes a cancellation back. */
export const POST = teamRoute(contract.resumePlan, ({ ctx }) =>
  resumePlan(ctx, { now: new Date(), appUrl: env().appUrl }),
);
