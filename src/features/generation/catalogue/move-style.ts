import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { moveStyleInput } from './input';
import { writeStyle } from './write-style';

/** Its place within its category: lower numbers stand first. */
export async function moveStyle(ctx: Ctx, input: z.input<typeof moveStyleInput>): Promise<number> {
  const { id, position } = moveStyleInput.parse(input);
  return writeStyle(ctx, { id, action: 'style.move', change: () => ({ position }) });
}
