/** Money as it moved: one row a payment, a refund, a refund that came back, a dispute opened and one won, in cents, when it moved. */
import { type SQL, sql } from 'drizzle-orm';
import type { OrgId } from '@/db/types';

/** From the first moment on, before the second one. */
export type Span = { from: SQL; to: SQL };

export function spanOf(from: Date, to: Date): Span {
  const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  return { from: moment(from), to: moment(to) };
}

/**
 * A subquery with `organization_id, moved_at, payments, paid, tax, fee, refunded, disputed` for one organization, or without one for
 * all. A refund counts from when Stripe has it; one that fails later brings its money back then, so that a month that is over stays as
 * it was. A dispute that is won brings its money back when it is won.
 */
export function moneyFlows({ from, to }: Span, orgId?: OrgId): SQL {
  const mine = orgId ? sql`organization_id = ${orgId}` : sql`true`;
  const within = (column: SQL) => sql`${column} >= ${from} and ${column} < ${to}`;
  return sql`(
    select organization_id, paid_at as moved_at, 1 as payments, amount_cents as paid, tax_cents as tax,
      coalesce(fee_cents, 0) as fee, 0 as refunded, 0 as disputed
    from payment where ${mine} and ${within(sql`paid_at`)}
    union all
    select organization_id, sent_at, 0, 0, 0, 0, amount_cents, 0 from refund
    where ${mine} and ${within(sql`sent_at`)}
    union all
    select organization_id, resolved_at, 0, 0, 0, 0, -amount_cents, 0 from refund
    where ${mine} and status = 'failed' and sent_at is not null and ${within(sql`resolved_at`)}
    union all
    select organization_id, created_at, 0, 0, 0, fee_cents, 0, amount_cents from dispute
    where ${mine} and ${within(sql`created_at`)}
    union all
    select organization_id, resolved_at, 0, 0, 0, -fee_returned_cents, 0, -amount_cents from dispute
    where ${mine} and status = 'won' and ${within(sql`resolved_at`)}
  )`;
}
