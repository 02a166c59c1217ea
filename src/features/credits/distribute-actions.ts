'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import { giveEachInput } from './batch-input';
import { distributeCredits } from './distribute';
import { type DistributionInput, distributeInput, distributionInput } from './input';
import { type DistributionPreview, previewDistribution } from './preview-distribution';

export type Distribution = DistributionInput;
export type DistributionView = DistributionPreview;

/** What a distribution would do now. Moves nothing. */
export const previewDistributionAction = teamAction(
  { permission: 'credits:allocate', input: distributionInput },
  (ctx, input) => previewDistribution(ctx, input),
);

/** Does what was shown, or nothing (`conflict`) when balances have changed since. */
export const distributeAction = teamAction(
  { permission: 'credits:allocate', input: distributeInput, limit: 'write' },
  async (ctx, input) => {
    const { people, total, poolAfter } = await distributeCredits(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { people, total, poolAfter };
  },
);

/** The same number to each of the chosen people, all or nothing. */
export const giveEachAction = teamAction(
  { permission: 'credits:allocate', input: giveEachInput, limit: 'write' },
  async (ctx, { memberIds, each, idempotencyKey }) => {
    const distribution = { mode: 'even' as const, amount: each * memberIds.length, memberIds };
    const { people, total } = await distributeCredits(ctx, { distribution, idempotencyKey });
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { people, total };
  },
);
