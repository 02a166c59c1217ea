import { teamRoute } from '@/auth/route';
import { paymentsQuery } from '@/features/billing/input';
import { listPayments } from '@/features/billing/queries';

/** Orders of the team, newest first, by cursor. */
export const GET = teamRoute({ permission: 'billing:read', query: paymentsQuery }, ({ ctx, query }) =>
  listPayments(ctx, query),
);
