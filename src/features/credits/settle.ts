import type { Ctx } from '@/db/context';
import { endHold } from './end-hold';
import { type SettleInput, settleInput } from './input';
import type { HoldEnd } from './ledger';

/**
 * Charges `amount` of a generation's hold, for so many `pictures`, and frees the rest, once. `amount` 0 frees everything. The same call again answers
 * the first result; another amount afterwards, or more than was held, throws `conflict`.
 */
export async function settleHold(ctx: Ctx, input: SettleInput): Promise<HoldEnd> {
  const { generationId, amount, pictures } = settleInput.parse(input);
  return endHold(ctx, 'credits.settle', generationId, amount, pictures);
}
