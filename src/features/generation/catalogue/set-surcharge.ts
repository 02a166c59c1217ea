import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { setSurchargeInput } from './input';
import { writeStyle } from './write-style';

/** What a premium style adds to each picture, in credits, for what is started from now on. */
export async function setSurcharge(ctx: Ctx, input: z.input<typeof setSurchargeInput>): Promise<number> {
  const { id, surcharge } = setSurchargeInput.parse(input);
  return writeStyle(ctx, { id, action: 'style.price', change: () => ({ surcharge }) });
}
