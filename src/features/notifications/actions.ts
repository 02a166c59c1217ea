'use server';
import { revalidatePath } from 'next/cache';
import { teamAction } from '@/auth/action';
import { readNoticesInput } from './notice-input';
import { readNotices } from './notice-queries';

export const readNoticesAction = teamAction(
  { permission: 'notices:own', input: readNoticesInput, limit: 'write' },
  async (ctx, input) => {
    const { unread } = await readNotices(ctx, input);
    revalidatePath(`/teams/${ctx.team.slug}`, 'layout');
    return { unread };
  },
);
