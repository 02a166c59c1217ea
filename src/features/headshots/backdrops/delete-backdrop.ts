import type { Ctx } from '@/db/context';
import type { DeletionView } from '@/features/privacy/deletion-view';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';

/**
 * Removes one of the member's own backdrops: gone at once, its files within minutes, with a receipt. Versions that were saved with it
 * stay. Throws `not_found` for what is not theirs.
 */
export async function deleteBackdrop(ctx: Ctx, id: string, clock = systemClock): Promise<DeletionView> {
  requirePermission(ctx.actor, 'generation:own');
  requireMember(ctx.actor);
  return requestDeletion(ctx, { kind: 'backdrop', targetId: id }, clock);
}
