import { idempotencyKey, organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/credits';
import { distributeCredits } from '@/features/credits/distribute';
import { previewDistribution } from '@/features/credits/preview-distribution';

/** Pool → many wallets at once. With `preview: true` it answers who would get what and moves nothing. */
export const POST = organizationRoute(contract.distributeCredits, ({ ctx, body, request }) => {
  const { preview, expected, note, ...distribution } = body;
  if (preview) return previewDistribution(ctx, distribution);
  return distributeCredits(ctx, { distribution, expected, note, idempotencyKey: idempotencyKey(request) });
});
