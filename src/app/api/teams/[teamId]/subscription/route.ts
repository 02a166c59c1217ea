import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/plans';
import { getPlan } from '@/features/billing/plans/plan-queries';

/** The team's tier, why it has it, and its plan. */
export const GET = organizationRoute(contract.getSubscription, ({ ctx }) => getPlan(ctx, new Date()));
