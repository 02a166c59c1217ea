import { teamRoute } from '@/auth/route';
import { approveRequest } from '@/features/credits/approve-request';
import { approveBody } from '@/features/credits/input';

/** Gives what was asked for, or `amount`. */
export const POST = teamRoute(
  { permission: 'credits:allocate', body: approveBody, limit: 'write' },
  ({ ctx, params, body }) => approveRequest(ctx, { requestId: params.id ?? '', ...body }),
);
