import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { selectRows } from '@/db/sql-rows';
import { requirePermission } from '@/lib/actor';
import { toLedgerError } from './ledger-errors';

export type Unspent = {
  /** Credits of the payment that nobody has spent, first in first out; some may be in wallets. */
  unspent: number;
  /** How many of these a refund would take now: not more than the pool has and does not owe. */
  refundable: number;
};

/** Throws `not_found` when the payment granted nothing in this organization. */
export async function findUnspent(ctx: Ctx, paymentId: string): Promise<Unspent> {
  requirePermission(ctx.actor, 'billing:read');
  try {
    const [row] = await selectRows<Unspent>(
      ctx.db,
      sql`
        select unspent, least(unspent, ledger_refundable(${ctx.orgId}))::int as refundable
        from (select ledger_unspent(${ctx.orgId}, ${paymentId}) as unspent) found`,
    );
    return row ?? { unspent: 0, refundable: 0 };
  } catch (error) {
    throw toLedgerError(error);
  }
}
