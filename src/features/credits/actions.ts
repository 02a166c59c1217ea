'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import { allocateCredits } from './allocate';
import { allocateInput, reclaimInput } from './input';
import { reclaimCredits } from './reclaim';

/** Pool → wallet. */
export const giveAction = teamAction(
  { permission: 'credits:allocate', input: allocateInput, limit: 'write' },
  async (ctx, input) => {
    const { amount, toBalance } = await allocateCredits(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { amount, balance: toBalance };
  },
);

/** Wallet → pool. */
export const reclaimAction = teamAction(
  { permission: 'credits:allocate', input: reclaimInput, limit: 'write' },
  async (ctx, input) => {
    const { amount, fromBalance } = await reclaimCredits(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { amount, balance: fromBalance };
  },
);
