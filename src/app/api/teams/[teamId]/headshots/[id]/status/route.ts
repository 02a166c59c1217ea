import { teamRoute } from '@/auth/route';
import { getGenerationProgress } from '@/features/generation/queries';

/** Small and cheap: status, stage, progress, seconds left, and each picture as it comes. */
export const GET = teamRoute({ permission: 'generation:own' }, ({ ctx, params }) =>
  getGenerationProgress(ctx, params.id ?? ''),
);
