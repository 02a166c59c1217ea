/** What the wallet table sends for several people at once. */
import { z } from 'zod';
import { textKey } from '@/texts/message-key';
import { allocateInput } from './input';
import { MAX_AMOUNT } from './rules';

/** More cannot be chosen by hand; everybody is what auto-distribute is for. */
const MOST_CHOSEN = 500;

const { memberId, amount } = allocateInput.shape;
/** Leaves room for the member id that makes each move's own key out of it. */
const idempotencyKey = z.string().trim().min(1).max(64);

export const giveEachInput = z
  .object({
    memberIds: z
      .array(memberId)
      .min(1, textKey('credits.input.somebody'))
      .max(MOST_CHOSEN, textKey('credits.input.mostByHand')),
    each: amount.max(10_000, textKey('credits.input.mostEach')),
    idempotencyKey,
  })
  .refine(({ memberIds, each }) => each * memberIds.length <= MAX_AMOUNT, {
    path: ['each'],
    message: textKey('credits.input.mostInAll'),
  });

export const reclaimManyInput = z.object({
  moves: z
    .array(z.object({ memberId, amount }))
    .min(1, textKey('credits.input.somebody'))
    .max(MOST_CHOSEN, textKey('credits.input.mostByHand')),
  idempotencyKey,
});
