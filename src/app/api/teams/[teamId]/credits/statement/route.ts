import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { env } from '@/env';
import { listStatement, type StatementOf } from '@/features/credits/statement';
import { statementCsv } from '@/features/credits/statement-csv';
import { csvResponse } from '@/lib/csv';

export const dynamic = 'force-dynamic';

/**
 * `?account=pool` (admins) or a member's wallet (`?member=`; without it your own), filtered by `kinds`, `person`, `from`, `to` and
 * `direction`; `&format=csv` streams all of it.
 */
export const GET = teamRoute(contract.getStatement, async ({ ctx, query }) => {
  const of: StatementOf =
    query.account === 'pool'
      ? { kind: 'pool' }
      : { kind: 'wallet', memberId: query.member ?? ctx.actor.memberId };
  if (query.format !== 'csv') return listStatement(ctx, of, query);
  const { slug } = ctx.team;
  const stream = await statementCsv(ctx, of, { slug, base: env().appUrl }, query);
  return csvResponse(stream, `${slug}-${of.kind}-statement.csv`);
});
