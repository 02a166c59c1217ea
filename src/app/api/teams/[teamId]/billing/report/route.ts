import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { getMonthlyReport } from '@/features/billing/payments/monthly-report';

/** A team's month in credits and money. */
export const GET = organizationRoute(contract.getMonthlyReport, ({ ctx, query }) =>
  getMonthlyReport(ctx, query.month),
);
