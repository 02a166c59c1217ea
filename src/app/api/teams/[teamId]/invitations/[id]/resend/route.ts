import { teamRoute } from '@/auth/route';
import { resendInvitation } from '@/features/organizations/resend-invitation';

export const POST = teamRoute({ permission: 'members:invite', limit: 'invite' }, ({ ctx, params }) =>
  resendInvitation(ctx, { invitationId: params.id ?? '' }),
);
