import { teamRoute } from '@/auth/route';
import { paymentsQuery } from '@/features/billing/input';
import { paymentsCsv } from '@/features/billing/payments/payments-csv';
import { listPayments } from '@/features/billing/queries';

/** Orders and payments of the team, newest first: by cursor, or all of them with `format=csv`. */
export const GET = teamRoute(
  { permission: 'billing:read', query: paymentsQuery },
  async ({ ctx, query }): Promise<Response | object> => {
    const { format, ...page } = query;
    if (format !== 'csv') return listPayments(ctx, page);
    return new Response(await paymentsCsv(ctx), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="payments-${ctx.team.slug}.csv"`,
        'Cache-Control': 'private, no-store',
      },
    });
  },
);
