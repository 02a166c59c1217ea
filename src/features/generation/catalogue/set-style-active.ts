import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { setStyleActiveInput } from './input';
import { writeStyle } from './write-style';

/** Offers a style or withdraws it. What was started in it goes on. */
export async function setStyleActive(ctx: Ctx, input: z.input<typeof setStyleActiveInput>): Promise<number> {
  const { id, active } = setStyleActiveInput.parse(input);
  return writeStyle(ctx, {
    id,
    action: active ? 'style.offer' : 'style.withdraw',
    change: () => ({ active }),
  });
}
