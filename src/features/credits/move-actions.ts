'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import { reclaimManyInput } from './batch-input';
import { reassignInput } from './input';
import { reassignCredits } from './reassign';
import { reclaimMany } from './reclaim-many';

/** Wallet → another wallet. */
export const moveAction = teamAction(
  { permission: 'credits:allocate', input: reassignInput, limit: 'write' },
  async (ctx, input) => {
    const { amount } = await reassignCredits(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { amount };
  },
);

/** Several wallets → pool. */
export const reclaimManyAction = teamAction(
  { permission: 'credits:allocate', input: reclaimManyInput, limit: 'write' },
  async (ctx, input) => {
    const result = await reclaimMany(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return result;
  },
);
