import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { env } from '@/env';
import { listStatement, type StatementOf } from '@/features/credits/statement';
import { statementCsv } from '@/features/credits/statement-csv';
import type { KeyActor, MemberActor } from '@/lib/actor';
import { csvResponse } from '@/lib/csv';
import { AppError } from '@/lib/errors';

export const dynamic = 'force-dynamic';

/**
 * `?account=pool` (admins) or a member's wallet (`?member=`; without it your own), filtered by `kinds`, `person`, `from`, `to` and
 * `direction`; `&format=csv` streams all of it.
 */
export const GET = organizationRoute(contract.getStatement, async ({ ctx, query }) => {
  const of: StatementOf =
    query.account === 'pool'
      ? { kind: 'pool' }
      : { kind: 'wallet', memberId: query.member ?? ownMember(ctx.actor) };
  if (query.format !== 'csv') return listStatement(ctx, of, query);
  const { slug } = ctx.team;
  const stream = await statementCsv(ctx, of, { slug, base: env().appUrl }, query);
  return csvResponse(stream, `${slug}-${of.kind}-statement.csv`);
});

function ownMember(actor: MemberActor | KeyActor): string {
  if (actor.kind === 'member') return actor.memberId;
  const fields = { member: 'A key has no wallet. Name a member, or ask for the pool.' };
  throw new AppError('invalid', 'Check the marked fields.', { fields });
}
