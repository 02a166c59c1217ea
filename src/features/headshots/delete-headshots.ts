import { type Ctx, inTransaction } from '@/db/context';
import type { DeletionView } from '@/features/privacy/deletion-view';
import { requestDeletion } from '@/features/privacy/request-deletion';
import { requireMember, requirePermission } from '@/lib/actor';
import { systemClock } from '@/lib/time';

/**
 * Deletes the member's own pictures and generations: they and their links are gone at once, files within minutes, with a
 * receipt each. All or nothing. Throws `not_found` for what is not theirs, `conflict` while a generation runs.
 */
export async function deleteHeadshots(
  ctx: Ctx,
  input: { pictureIds?: readonly string[]; generationIds?: readonly string[] },
  clock = systemClock,
): Promise<DeletionView[]> {
  requirePermission(ctx.actor, 'generation:own');
  requireMember(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const views: DeletionView[] = [];
    for (const targetId of new Set(input.pictureIds ?? []))
      views.push(await requestDeletion(ctx, { kind: 'picture', targetId }, clock));
    for (const targetId of new Set(input.generationIds ?? []))
      views.push(await requestDeletion(ctx, { kind: 'generation', targetId }, clock));
    return views;
  });
}
