import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { isAppError } from '@/lib/errors';
import { reclaimManyInput } from './batch-input';
import { reclaimCredits } from './reclaim';

/**
 * Several wallets → pool, each a move of its own: a wallet that has less than was asked for, or whose member has left, is left as it
 * is and counted in `refused`. Sent again with the same key, what was taken is not taken twice.
 */
export async function reclaimMany(
  ctx: Ctx,
  input: z.input<typeof reclaimManyInput>,
): Promise<{ taken: number; refused: number }> {
  requirePermission(ctx.actor, 'credits:allocate');
  const { moves, idempotencyKey } = reclaimManyInput.parse(input);
  let taken = 0;
  let refused = 0;
  for (const { memberId, amount } of moves) {
    try {
      await reclaimCredits(ctx, { memberId, amount, idempotencyKey: `${idempotencyKey}:${memberId}` });
      taken += amount;
    } catch (error) {
      if (!isAppError(error, 'insufficient_credits') && !isAppError(error, 'not_found')) throw error;
      refused += 1;
    }
  }
  return { taken, refused };
}
