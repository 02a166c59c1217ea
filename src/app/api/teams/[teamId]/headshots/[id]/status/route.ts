import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { getGenerationProgress } from '@/features/generation/queries';

/** Small and cheap: status, stage, progress, seconds left, and each picture as it comes. */
export const GET = teamRoute(contract.getGenerationStatus, ({ ctx, params }) =>
  getGenerationProgress(ctx, params.id ?? ''),
);
