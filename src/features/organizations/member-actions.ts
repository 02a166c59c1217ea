'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { teamAction } from '@/auth/action';
import type { TeamCtx } from '@/auth/session';
import { departmentInput, invitationInput, inviteInput, memberInput, roleInput } from './input';
import { inviteMembers } from './invite-members';
import { leaveTeam } from './leave-team';
import { removeMember } from './remove-member';
import { resendInvitation } from './resend-invitation';
import { revokeInvitation } from './revoke-invitation';
import { setDepartment } from './set-department';
import { setRole } from './set-role';

const refresh = (ctx: TeamCtx) => revalidatePath(`/teams/${ctx.team.slug}`, 'layout');

export const inviteAction = teamAction(
  { permission: 'members:invite', input: inviteInput, limit: 'invite' },
  async (ctx, input) => {
    const invited = await inviteMembers(ctx, input);
    refresh(ctx);
    return { invited: invited.length };
  },
);

export const resendInvitationAction = teamAction(
  { permission: 'members:invite', input: invitationInput, limit: 'invite' },
  async (ctx, input) => {
    const { email } = await resendInvitation(ctx, input);
    refresh(ctx);
    return { email };
  },
);

export const revokeInvitationAction = teamAction(
  { permission: 'members:invite', input: invitationInput, limit: 'write' },
  async (ctx, input) => {
    await revokeInvitation(ctx, input);
    refresh(ctx);
  },
);

export const setRoleAction = teamAction(
  { permission: 'members:set-role', input: roleInput, limit: 'write' },
  async (ctx, input) => {
    await setRole(ctx, input);
    refresh(ctx);
  },
);

export const setDepartmentAction = teamAction(
  { permission: 'members:set-department', input: departmentInput, limit: 'write' },
  async (ctx, input) => {
    await setDepartment(ctx, input);
    refresh(ctx);
  },
);

export const removeMemberAction = teamAction(
  { permission: 'members:remove', input: memberInput, limit: 'write' },
  async (ctx, input) => {
    await removeMember(ctx, input);
    refresh(ctx);
  },
);

export const leaveTeamAction = teamAction(
  { permission: 'team:read', input: z.object({}), limit: 'write' },
  async (ctx) => {
    await leaveTeam(ctx);
    revalidatePath('/teams', 'layout');
  },
);
