import { teamRoute } from '@/auth/route';
import { reportQuery } from '@/features/billing/input';
import { getMonthlyReport } from '@/features/billing/payments/monthly-report';

/** A team's month in credits and money. */
export const GET = teamRoute({ permission: 'billing:read', query: reportQuery }, ({ ctx, query }) =>
  getMonthlyReport(ctx, query.month),
);
