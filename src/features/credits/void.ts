import type { Ctx } from '@/db/context';
import { endHold } from './end-hold';
import { type VoidInput, voidInput } from './input';
import type { HoldEnd } from './ledger';

/** Frees a generation's hold: nothing is charged. Throws `conflict` when some of it was charged already. */
export async function voidHold(ctx: Ctx, input: VoidInput): Promise<HoldEnd> {
  const { generationId } = voidInput.parse(input);
  return endHold(ctx, 'credits.void', generationId, 0);
}
