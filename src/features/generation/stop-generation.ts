import type { Ctx } from '@/db/context';
import { endGeneration } from './end-generation';

/**
 * Ends a generation of this organization because it may not go on (consent withdrawn, member removed): what is accepted is
 * charged, the rest freed. Does nothing when it has ended. The caller has checked who asks.
 */
export async function stopGeneration(ctx: Ctx, generationId: string): Promise<void> {
  await endGeneration(ctx, generationId, { stopped: true, why: 'may not go on' });
}
