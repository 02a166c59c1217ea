/** What settling and voiding share. */
import type { Ctx } from '@/db/context';
import { requirePermission } from '@/lib/actor';
import { ownWalletOnly } from './access';
import { type HoldEnd, resolveHold } from './ledger';

export async function endHold(
  ctx: Ctx,
  action: 'credits.settle' | 'credits.void',
  generationId: string,
  settled: number,
  pictures?: number,
): Promise<HoldEnd> {
  requirePermission(ctx.actor, 'generation:own');
  return resolveHold(ctx, generationId, settled, {
    key: `settle:${generationId}`,
    content: { generationId, settled },
    reference: { type: 'generation', id: generationId },
    pictures,
    onlyMember: ownWalletOnly(ctx.actor),
    trace: { action, subjectType: 'generation', subjectId: generationId },
  });
}
