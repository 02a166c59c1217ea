/** What one team can ask for now: the same config, with what its tier lacks and what becomes of its pictures. */

import type { Ctx } from '@/db/context';
import type { Tier } from '@/features/billing/entitlement-rules';
import { getEntitlements } from '@/features/billing/entitlements';
import type { Texts } from '@/texts/make-texts';
import { type GenerationConfig, getGenerationConfig } from './config';
import { type Lock, qualityLock, styleLock, variationsLock } from './lock-rules';
import type { AskedEngine } from './style-queries';

type Lockable<T> = T & { locked: Lock | null };

export type TeamConfig = Omit<GenerationConfig, 'styles' | 'qualities' | 'variations'> & {
  tier: Tier;
  styles: Lockable<GenerationConfig['styles'][number]>[];
  qualities: Lockable<GenerationConfig['qualities'][number]>[];
  /** `allowed` is the most this team can ask for; `locked` says what lies between it and `max`. */
  variations: Lockable<GenerationConfig['variations'] & { allowed: number }>;
  /** How pictures are delivered, and how many days they are kept: null while the team has Pro, whose end may be known (ISO 8601). */
  delivery: { watermark: boolean; pictureDays: number | null; proUntil: string | null };
};

export async function getTeamConfig(
  ctx: Ctx,
  now: Date,
  texts: Texts,
  asked?: AskedEngine,
): Promise<TeamConfig> {
  const [config, has] = await Promise.all([
    getGenerationConfig(ctx.db, texts, asked),
    getEntitlements(ctx, now),
  ]);
  const { styles, qualities, variations } = config;
  return {
    ...config,
    tier: has.tier,
    styles: styles.map((style) => ({ ...style, locked: styleLock(has, style, texts) })),
    qualities: qualities.map((quality) => ({ ...quality, locked: qualityLock(has, quality.id, texts) })),
    variations: {
      ...variations,
      allowed: Math.min(has.maxVariations, variations.max),
      locked: variationsLock(has, variations.max, texts),
    },
    delivery: {
      watermark: has.watermark,
      pictureDays: has.pictureDays,
      proUntil: has.proUntil?.toISOString() ?? null,
    },
  };
}
