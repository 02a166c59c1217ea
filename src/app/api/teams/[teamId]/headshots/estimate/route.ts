import { teamRoute } from '@/auth/route';
import { estimateForTeam } from '@/features/generation/estimate';
import { estimateInput } from '@/features/generation/input';

/** The exact price of a request, how long it usually takes, and what the team's tier lacks for it. */
export const POST = teamRoute(
  { permission: 'generation:own', body: estimateInput, limit: 'write' },
  ({ ctx, body }) => estimateForTeam(ctx, body, new Date()),
);
