import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { editStyleInput } from './input';
import { writeStyle } from './write-style';

/** Changes what is named and leaves the rest. What runs or waits keeps the version it was started with; see `writeStyle` for errors. */
export async function editStyle(ctx: Ctx, input: z.input<typeof editStyleInput>): Promise<number> {
  const { id, changes } = editStyleInput.parse(input);
  return writeStyle(ctx, { id, action: 'style.edit', change: () => changes });
}
