import { z } from 'zod';
import {
  acceptInput,
  createTeamInput,
  inviteInput,
  listInput,
  roleInput,
} from '@/features/organizations/input';
import { json, NOTHING, route } from '../define';
import { credits, instant, nextCursor, role } from '../shared';

const team = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['team', 'solo']),
    role,
  })
  .meta({ id: 'Team' });

export const listTeams = route({
  name: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  group: 'Teams',
  summary: 'Your teams',
  details: 'All of them, with your role in each.',
  who: 'person',
  scope: 'team:read',
  answers: { 200: json('The teams', z.object({ teams: z.array(team) })) },
});

export const createTeam = route({
  name: 'createTeam',
  method: 'POST',
  path: '/api/teams',
  group: 'Teams',
  summary: 'Make a team',
  details: 'You become its owner.',
  who: 'person',
  scope: 'team:write',
  body: createTeamInput,
  limit: 'write',
  answers: { 201: json('The team', z.object({ id: z.string(), slug: z.string() })) },
  errors: ['conflict'],
});

export const leaveTeam = route({
  name: 'leaveTeam',
  method: 'DELETE',
  path: '/api/teams/{teamId}/members/me',
  group: 'Teams',
  summary: 'Leave the team',
  details: 'What is left in your wallet goes back to the pool. The last owner cannot leave.',
  who: 'member',
  permission: 'team:read',
  scope: 'team:write',
  limit: 'write',
  answers: { 204: NOTHING },
  errors: ['conflict'],
});

const member = z
  .object({
    id: z.string(),
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    department: z.string().nullable(),
    joinedAt: instant,
    free: credits.describe('Credits of the wallet that can be spent'),
    held: credits.describe('Credits that running generations hold'),
    used: credits,
    progress: z.enum(['joined', 'consented', 'photos', 'pictures']),
  })
  .meta({ id: 'Member' });

export const listMembers = route({
  name: 'listMembers',
  method: 'GET',
  path: '/api/teams/{teamId}/members',
  group: 'Members',
  summary: 'Members of the team',
  who: 'admin',
  permission: 'members:read',
  scope: 'members:read',
  organizationKeys: true,
  query: listInput,
  answers: { 200: json('A page of members', z.object({ members: z.array(member), nextCursor })) },
});

export const setMemberRole = route({
  name: 'setMemberRole',
  method: 'PATCH',
  path: '/api/teams/{teamId}/members/{id}',
  group: 'Members',
  summary: 'Change a member’s role',
  details: 'Nobody gives or takes a role above their own.',
  who: 'admin',
  permission: 'members:set-role',
  scope: 'members:write',
  body: roleInput.pick({ role: true }),
  limit: 'write',
  answers: { 200: json('The role', z.object({ id: z.string(), role })) },
  errors: ['conflict'],
});

export const removeMember = route({
  name: 'removeMember',
  method: 'DELETE',
  path: '/api/teams/{teamId}/members/{id}',
  group: 'Members',
  summary: 'Remove a member',
  details: 'What is left in the wallet goes back to the pool.',
  who: 'admin',
  permission: 'members:remove',
  scope: 'members:write',
  limit: 'write',
  answers: { 204: NOTHING },
  errors: ['conflict'],
});

const invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    role,
    credits,
    status: z.enum(['pending', 'expired']),
    expiresAt: instant,
    createdAt: instant,
    inviter: z.string().nullable(),
  })
  .meta({ id: 'Invitation' });

const sent = z.object({ id: z.string(), email: z.string(), expiresAt: instant });

export const listInvitations = route({
  name: 'listInvitations',
  method: 'GET',
  path: '/api/teams/{teamId}/invitations',
  group: 'Members',
  summary: 'Invitations that wait',
  who: 'admin',
  permission: 'members:read',
  scope: 'members:read',
  organizationKeys: true,
  query: listInput,
  answers: { 200: json('A page of invitations', z.object({ invitations: z.array(invitation), nextCursor })) },
});

export const inviteMembers = route({
  name: 'inviteMembers',
  method: 'POST',
  path: '/api/teams/{teamId}/invitations',
  group: 'Members',
  summary: 'Invite people',
  details:
    'All of them or none: one bad address refuses the request and `details.rows` says why for each. Credits are set aside from the pool. A team’s key invites members only, in the name of who made it.',
  who: 'admin',
  permission: 'members:invite',
  scope: 'members:write',
  organizationKeys: true,
  body: inviteInput,
  limit: 'invite',
  answers: { 201: json('The invitations', z.object({ invitations: z.array(sent) })) },
  errors: ['insufficient_credits', 'conflict'],
});

export const resendInvitation = route({
  name: 'resendInvitation',
  method: 'POST',
  path: '/api/teams/{teamId}/invitations/{id}/resend',
  group: 'Members',
  summary: 'Send an invitation again',
  details: 'With a new link; the one before stops working.',
  who: 'admin',
  permission: 'members:invite',
  scope: 'members:write',
  organizationKeys: true,
  limit: 'invite',
  answers: { 200: json('The invitation', sent) },
  errors: ['conflict', 'insufficient_credits'],
});

export const revokeInvitation = route({
  name: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/teams/{teamId}/invitations/{id}',
  group: 'Members',
  summary: 'Take an invitation back',
  details: 'Credits that were set aside for it return to the pool.',
  who: 'admin',
  permission: 'members:invite',
  scope: 'members:write',
  organizationKeys: true,
  limit: 'write',
  answers: { 204: NOTHING },
  errors: ['conflict'],
});

export const getInvitation = route({
  name: 'getInvitation',
  method: 'GET',
  path: '/api/invitations/{token}',
  group: 'Members',
  summary: 'What an invitation’s link is about',
  who: 'everyone',
  answers: {
    200: json(
      'The invitation',
      z.object({
        status: z.enum(['pending', 'accepted', 'revoked', 'expired']),
        team: z.string(),
        inviter: z.string(),
        email: z.string(),
        role,
        credits,
        expiresAt: instant,
        photoRetentionDays: z.int(),
        hasAccount: z.boolean(),
      }),
    ),
  },
  errors: ['not_found'],
});

export const acceptInvitation = route({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/{token}/accept',
  group: 'Members',
  summary: 'Accept an invitation',
  details: 'Somebody without an account gets one and is signed in: the answer sets the session’s cookie.',
  who: 'everyone',
  body: acceptInput,
  answers: {
    201: json(
      'The team that was joined',
      z.object({ teamId: z.string(), slug: z.string(), team: z.string(), memberId: z.string() }),
    ),
  },
  errors: ['unauthenticated', 'forbidden', 'not_found', 'conflict', 'gone', 'rate_limited'],
});

export const askForNewInvitation = route({
  name: 'askForNewInvitation',
  method: 'POST',
  path: '/api/invitations/{token}/ask-again',
  group: 'Members',
  summary: 'Ask the inviter for a new link',
  who: 'everyone',
  answers: { 200: json('Whether the inviter was told', z.object({ asked: z.boolean() })) },
  errors: ['not_found', 'conflict', 'rate_limited'],
});
