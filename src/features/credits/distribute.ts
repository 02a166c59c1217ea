import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { type Distributed, poolToWallets } from './distribution-ledger';
import { type DistributeInput, distributeInput } from './input';
import { requestKey } from './ledger';

/**
 * Pool → many wallets at once, all or nothing: an even split, whose remainder stays in the pool, or everybody topped up to a
 * number of free credits. With `expected` (from `previewDistribution`) it throws `conflict` when the same request would now come out
 * differently. Throws `insufficient_credits` with `available` and `needed`, `conflict` when nobody would get anything or the
 * team is one person, `not_found` when somebody chosen is no member.
 */
export async function distributeCredits(ctx: Ctx, input: DistributeInput): Promise<Distributed> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { distribution, expected, idempotencyKey, note } = distributeInput.parse(input);
  const { memberIds, ...wanted } = distribution;
  return poolToWallets(ctx, distribution, expected, {
    key: requestKey(idempotencyKey),
    content: { distribution, expected },
    note,
    trace: {
      action: 'credits.distribute',
      subjectType: 'organization',
      subjectId: ctx.orgId,
      data: { ...wanted, chosen: memberIds?.length, note },
    },
  });
}
