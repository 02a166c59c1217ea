import { teamRoute } from '@/auth/route';
import { getPlan } from '@/features/billing/plans/plan-queries';

/** The team's tier, why it has it, and its plan. */
export const GET = teamRoute({ permission: 'billing:read' }, ({ ctx }) => getPlan(ctx, new Date()));
