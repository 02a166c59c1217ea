'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { teamAction } from '@/auth/action';
import { submitPhotoSet } from '@/features/uploads/submit-photo-set';
import { cancelGeneration } from './cancel-generation';
import { startGenerationInput } from './input';
import { startGeneration } from './start-generation';

/** Hands in the photos when they were not yet, and starts. Checked again inside: the page only proposes. */
export const startAction = teamAction(
  {
    permission: 'generation:own',
    input: startGenerationInput.extend({ submitFirst: z.boolean() }),
    limit: 'generate',
  },
  async (ctx, { submitFirst, ...request }) => {
    if (submitFirst) await submitPhotoSet(ctx, request.photoSetId);
    const { id } = await startGeneration(ctx, request);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { id };
  },
);

/** Stops a generation of one's own; what is accepted is kept. */
export const cancelAction = teamAction(
  {
    permission: 'generation:own',
    input: z.strictObject({ generationId: z.string().max(100) }),
    limit: 'write',
  },
  async (ctx, input) => {
    const end = await cancelGeneration(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return end;
  },
);
