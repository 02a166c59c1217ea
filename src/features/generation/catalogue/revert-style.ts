import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Ctx } from '@/db/context';
import { styleVersion } from '@/db/schema/generation';
import { notFound } from '@/lib/errors';
import { revertStyleInput, styleContentSchema } from './input';
import { writeStyle } from './write-style';

/** Writes an earlier version once more, as the newest. */
export async function revertStyle(ctx: Ctx, input: z.input<typeof revertStyleInput>): Promise<number> {
  const { id, to } = revertStyleInput.parse(input);
  return writeStyle(ctx, {
    id,
    action: 'style.revert',
    change: async (_, { db }) => {
      const [kept] = await db
        .select()
        .from(styleVersion)
        .where(and(eq(styleVersion.styleId, id), eq(styleVersion.version, to)));
      if (!kept) throw notFound('version');
      const { styleId, version, author, reason, createdAt, ...content } = kept;
      return styleContentSchema.parse(content);
    },
  });
}
