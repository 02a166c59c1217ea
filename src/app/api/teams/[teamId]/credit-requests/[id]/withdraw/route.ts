import { teamRoute } from '@/auth/route';
import { withdrawRequest } from '@/features/credits/withdraw-request';

/** The asker takes their own request back. */
export const POST = teamRoute({ permission: 'credits:read-own', limit: 'write' }, ({ ctx, params }) =>
  withdrawRequest(ctx, { requestId: params.id ?? '' }),
);
