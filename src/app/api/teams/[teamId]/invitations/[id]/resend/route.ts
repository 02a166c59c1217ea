import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { resendInvitation } from '@/features/organizations/resend-invitation';

export const POST = organizationRoute(contract.resendInvitation, ({ ctx, params }) =>
  resendInvitation(ctx, { invitationId: params.id ?? '' }),
);
