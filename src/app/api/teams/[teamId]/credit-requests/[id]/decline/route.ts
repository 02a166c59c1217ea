import { teamRoute } from '@/auth/route';
import { declineRequest } from '@/features/credits/decline-request';
import { declineBody } from '@/features/credits/input';

/** Says no, with the reason in `answer`. */
export const POST = teamRoute(
  { permission: 'credits:allocate', body: declineBody, limit: 'write' },
  ({ ctx, params, body }) => declineRequest(ctx, { requestId: params.id ?? '', ...body }),
);
