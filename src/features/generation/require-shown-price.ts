import { and, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { styleVersion } from '@/db/schema/generation';
import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';
import { refused } from './photo-set-check';
import type { ActiveStyle } from './style-queries';

/**
 * Nobody is charged another price than the one they saw: throws `conflict` when the style costs more or less than in the `shown`
 * version. Another look or text at the same price is no reason; without a version nothing was shown.
 */
export async function requireShownPrice(ctx: Ctx, style: ActiveStyle, shown?: number): Promise<void> {
  if (shown === undefined || shown === style.version) return;
  const [row] = await ctx.db
    .select({ surcharge: styleVersion.surcharge })
    .from(styleVersion)
    .where(and(eq(styleVersion.styleId, style.id), eq(styleVersion.version, shown)));
  if (!row) throw refused('styleVersion', say('generation.refused.styleVersion'));
  if (row.surcharge === style.surcharge) return;
  throw new AppError('conflict', say('generation.refused.priceChanged', { style: style.name }), {
    reason: 'price_changed',
    styleVersion: style.version,
    surcharge: style.surcharge,
  });
}
