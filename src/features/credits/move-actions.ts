'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import { isAppError } from '@/lib/errors';
import { reclaimManyInput } from './batch-input';
import { reassignInput } from './input';
import { reassignCredits } from './reassign';
import { reclaimCredits } from './reclaim';

/** Wallet → another wallet. */
export const moveAction = teamAction(
  { permission: 'credits:allocate', input: reassignInput, limit: 'write' },
  async (ctx, input) => {
    const { amount } = await reassignCredits(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { amount };
  },
);

/**
 * Several wallets → pool, each a move of its own: a wallet that has less than was shown, or whose member has left, is left as it is
 * and counted. Sent again with the same key, what was taken is not taken twice.
 */
export const reclaimManyAction = teamAction(
  { permission: 'credits:allocate', input: reclaimManyInput, limit: 'write' },
  async (ctx, { moves, idempotencyKey }) => {
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
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { taken, refused };
  },
);
