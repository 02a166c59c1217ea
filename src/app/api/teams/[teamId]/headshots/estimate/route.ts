import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { estimateForTeam } from '@/features/generation/estimate';

/** The exact price of a request, how long it usually takes, and what the team's tier lacks for it. */
export const POST = teamRoute(contract.estimateTeamHeadshots, ({ ctx, body }) =>
  estimateForTeam(ctx, body, new Date()),
);
