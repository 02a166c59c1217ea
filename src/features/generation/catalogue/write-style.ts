/** The one way in which staff change a style: a new version, an audit event, and rules that hold for the catalogue as a whole. */

import { asc, eq } from 'drizzle-orm';
import { type Ctx, inTransaction } from '@/db/context';
import { style, styleVersion } from '@/db/schema/generation';
import { recordAudit } from '@/features/audit/record-audit';
import { actorLabel, requireStaff } from '@/lib/actor';
import { AppError, notFound } from '@/lib/errors';
import { canonicalJson } from '@/lib/hash';
import { say } from '@/texts/current-texts';
import { type StyleContent, styleContentSchema } from './input';

type Row = typeof style.$inferSelect;

export type StyleChange = {
  id: string;
  /** `style.edit` and the like. */
  action: `style.${'edit' | 'offer' | 'withdraw' | 'move' | 'price' | 'revert'}`;
  /** What the style says afterwards, of what it says now. */
  change: (now: Row, ctx: Ctx) => Promise<Partial<StyleContent>> | Partial<StyleContent>;
};

/**
 * Answers the new version's number. Edits wait for each other, so the number grows by one. Throws `forbidden` for anybody but staff,
 * `not_found`, a zod error for what no style can say, and `conflict` when nothing would change or no core style would be left.
 */
export async function writeStyle(ctx: Ctx, { id, action, change }: StyleChange): Promise<number> {
  const { reason } = requireStaff(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db.select().from(style).orderBy(asc(style.id)).for('update');
    const now = rows.find((row) => row.id === id);
    if (!now) throw notFound('style');
    const { id: _, version: from, ...before } = now;
    const after = styleContentSchema.parse({ ...before, ...(await change(now, ctx)) });
    const changed = (Object.keys(after) as (keyof StyleContent)[]).filter(
      (key) => canonicalJson(after[key]) !== canonicalJson(before[key]),
    );
    if (changed.length === 0) throw new AppError('conflict', say('generation.refused.catalogue.unchanged'));
    const others = rows.filter((row) => row.id !== id);
    if (![...others, after].some(({ active, premium }) => active && !premium))
      throw new AppError('conflict', say('generation.refused.catalogue.lastCore'));
    const to = from + 1;
    await ctx.db
      .update(style)
      .set({ ...after, version: to })
      .where(eq(style.id, id));
    await ctx.db
      .insert(styleVersion)
      .values({ styleId: id, version: to, ...after, author: actorLabel(ctx.actor), reason });
    await recordAudit(ctx, {
      action,
      subjectType: 'style',
      subjectId: id,
      data: { from, to, changed },
    });
    return to;
  });
}
