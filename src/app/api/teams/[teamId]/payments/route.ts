import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/billing';
import { paymentsCsv } from '@/features/billing/payments/payments-csv';
import { listPayments } from '@/features/billing/queries';
import { csvResponse } from '@/lib/csv';

/** Orders and payments of the team, newest first: by cursor, or all of them with `format=csv`. */
export const GET = organizationRoute(
  contract.listPayments,
  async ({ ctx, query }): Promise<Response | object> => {
    const { format, ...page } = query;
    if (format !== 'csv') return listPayments(ctx, page);
    return csvResponse(await paymentsCsv(ctx), `payments-${ctx.team.slug}.csv`);
  },
);
