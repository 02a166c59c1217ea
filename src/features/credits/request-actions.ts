'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import type { TeamCtx } from '@/auth/session';
import { approveRequest } from './approve-request';
import { declineRequest } from './decline-request';
import { approveRequestInput, declineRequestInput, requestCreditsInput, withdrawRequestInput } from './input';
import { requestCredits } from './request-credits';
import { withdrawRequest } from './withdraw-request';

const refresh = (ctx: TeamCtx) => revalidatePath(`/teams/${ctx.team.slug}`, 'layout');

export const askForCreditsAction = teamAction(
  { permission: 'credits:read-own', input: requestCreditsInput, limit: 'write' },
  async (ctx, input) => {
    await requestCredits(ctx, input);
    refresh(ctx);
  },
);

export const withdrawRequestAction = teamAction(
  { permission: 'credits:read-own', input: withdrawRequestInput, limit: 'write' },
  async (ctx, input) => {
    await withdrawRequest(ctx, input);
    refresh(ctx);
  },
);

export const approveRequestAction = teamAction(
  { permission: 'credits:allocate', input: approveRequestInput, limit: 'write' },
  async (ctx, input) => {
    const { granted } = await approveRequest(ctx, input);
    refresh(ctx);
    return { granted };
  },
);

export const declineRequestAction = teamAction(
  { permission: 'credits:allocate', input: declineRequestInput, limit: 'write' },
  async (ctx, input) => {
    await declineRequest(ctx, input);
    refresh(ctx);
  },
);
