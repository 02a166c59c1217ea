import { organizationRoute, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { requestCredits } from '@/features/credits/request-credits';
import { listRequests } from '@/features/credits/request-queries';

export const dynamic = 'force-dynamic';

/** Who asks for credits, newest first (`?status=&cursor=&limit=`). */
export const GET = organizationRoute(contract.listCreditRequests, ({ ctx, query }) =>
  listRequests(ctx, query),
);

/** Asks the team's admins for credits. */
export const POST = teamRoute(contract.requestCredits, ({ ctx, body }) => requestCredits(ctx, body));
