import { idempotencyKey, teamRoute } from '@/auth/route';
import { distributeCredits } from '@/features/credits/distribute';
import { distributeBody } from '@/features/credits/input';
import { planDistribution } from '@/features/credits/plan-distribution';

/** Pool → many wallets at once. With `preview: true` it answers the plan and moves nothing. */
export const POST = teamRoute(
  { permission: 'credits:allocate', body: distributeBody, limit: 'write' },
  ({ ctx, body, request }) => {
    const { preview, expected, note, ...plan } = body;
    if (preview) return planDistribution(ctx, plan);
    return distributeCredits(ctx, { plan, expected, note, idempotencyKey: idempotencyKey(request) });
  },
);
