import type { Ctx } from '@/db/context';
import { generationTransition } from '@/db/schema/generation';
import { actorLabel } from '@/lib/actor';

export type Transition = {
  generationId: string;
  /** Without it the move is the generation's own. */
  pictureId?: string;
  from: string | null;
  to: string;
  why?: string;
};

/** Writes who moved what from which state to which. Call it in the transaction of the move. */
export async function recordTransitions(ctx: Ctx, moves: readonly Transition[]): Promise<void> {
  if (moves.length === 0) return;
  await ctx.db.insert(generationTransition).values(
    moves.map(({ generationId, pictureId, from, to, why }) => ({
      generationId,
      pictureId: pictureId ?? null,
      fromStatus: from,
      toStatus: to,
      actor: actorLabel(ctx.actor),
      why: why ?? null,
    })),
  );
}
