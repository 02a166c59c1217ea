import { idempotencyKey, teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { startGeneration } from '@/features/generation/start-generation';

/** Holds the price and starts. 201 with the generation, 200 for a repeated `Idempotency-Key`. */
export const POST = teamRoute(contract.startGeneration, async ({ ctx, body, request }) => {
  const started = await startGeneration(ctx, { ...body, idempotencyKey: idempotencyKey(request) });
  const { replayed } = started;
  return Response.json(started, {
    status: replayed ? 200 : 201,
    headers: {
      'Cache-Control': 'no-store',
      Location: `/api/teams/${ctx.team.id}/headshots/${started.id}`,
    },
  });
});
