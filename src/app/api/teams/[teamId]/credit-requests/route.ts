import { teamRoute } from '@/auth/route';
import { requestCreditsBody, requestsQuery } from '@/features/credits/input';
import { requestCredits } from '@/features/credits/request-credits';
import { listRequests } from '@/features/credits/request-queries';

export const dynamic = 'force-dynamic';

/** Who asks for credits, newest first (`?status=&cursor=&limit=`). */
export const GET = teamRoute({ permission: 'credits:read', query: requestsQuery }, ({ ctx, query }) =>
  listRequests(ctx, query),
);

/** Asks the team's admins for credits. */
export const POST = teamRoute(
  { permission: 'credits:read-own', body: requestCreditsBody, limit: 'write' },
  ({ ctx, body }) => requestCredits(ctx, body),
);
