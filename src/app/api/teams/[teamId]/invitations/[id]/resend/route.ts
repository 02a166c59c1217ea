import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { resendInvitation } from '@/features/organizations/resend-invitation';

export const POST = teamRoute(contract.resendInvitation, ({ ctx, params }) =>
  resendInvitation(ctx, { invitationId: params.id ?? '' }),
);
