import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/backdrops';
import { addBackdrop } from '@/features/headshots/backdrops/add-backdrop';
import { listBackdrops } from '@/features/headshots/backdrops/backdrop-queries';

/** The member's own backdrops, the first one first. */
export const GET = teamRoute(contract.listBackdrops, async ({ ctx }) => ({
  backdrops: await listBackdrops(ctx),
}));

/** One picture, as the raw body. 201, or 200 for a file that was there before. */
export const POST = teamRoute(contract.addBackdrop, async ({ ctx, request }) => {
  const stream = request.body ?? new Blob().stream();
  const { backdrop, created } = await addBackdrop(ctx, { stream });
  return Response.json(backdrop, { status: created ? 201 : 200, headers: { 'Cache-Control': 'no-store' } });
});
