import { teamRoute } from '@/auth/route';
import { env } from '@/env';
import { resumePlan } from '@/features/billing/plans/cancel-plan';

/** Takes a cancellation back. */
export const POST = teamRoute({ permission: 'billing:buy', limit: 'checkout' }, ({ ctx }) =>
  resumePlan(ctx, { now: new Date(), appUrl: env().appUrl }),
);
