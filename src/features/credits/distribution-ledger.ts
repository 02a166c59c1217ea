/** The ledger's operations for many wallets at once, each one statement that calls 20-ledger-6-distribute.sql. */
import type { Ctx } from '@/db/context';
import type { DistributionInput } from './input';
import { call, type LedgerRequest, meta } from './ledger';

export type Distributed = {
  operationId: string;
  people: number;
  /** Credits given in all. */
  total: number;
  poolAfter: number;
  replayed: boolean;
};

export function poolToWallets(
  ctx: Ctx,
  distribution: DistributionInput,
  expected: string | undefined,
  request: LedgerRequest,
): Promise<Distributed> {
  return call(
    ctx,
    'ledger_distribute($1, $2::jsonb, $3::jsonb, $4::text)',
    [ctx.orgId, meta(ctx, 'distribute', request), JSON.stringify(distribution), expected ?? null],
    request.trace,
  );
}
