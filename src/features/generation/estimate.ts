/** What a request would cost and how long it usually takes, before anything is asked for. */

import type { Ctx } from '@/db/context';
import type { Db } from '@/db/types';
import type { Tier } from '@/features/billing/entitlement-rules';
import { getEntitlements } from '@/features/billing/entitlements';
import { type Price, priceOf } from '@/features/billing/prices';
import { currentTexts, say } from '@/texts/current-texts';
import type { Band } from './eta';
import { type EstimateInput, estimateInput } from './input';
import { type Lock, locksOf, tierOfWish, type Wish } from './lock-rules';
import { refused } from './photo-set-check';
import { findBand } from './speed-queries';
import { findActiveStyle } from './style-queries';

export type Estimate = Price & {
  /** To be sent along with the request that follows. */
  styleVersion: number;
  seconds: Band;
  /** The lowest tier that has everything asked for. */
  needs: Tier;
};

export type TeamEstimate = Estimate & {
  /** The team's own. */
  tier: Tier;
  /** What it lacks for this request; a start is refused until this is empty. */
  locked: Lock[];
};

/** Throws `invalid` for a style or quality that cannot be had. */
export async function estimateGeneration(db: Db, input: EstimateInput): Promise<Estimate> {
  return (await work(db, input)).estimate;
}

/** The same for one team. */
export async function estimateForTeam(ctx: Ctx, input: EstimateInput, now: Date): Promise<TeamEstimate> {
  const [{ wish, estimate }, has] = await Promise.all([work(ctx.db, input), getEntitlements(ctx, now)]);
  return { ...estimate, tier: has.tier, locked: locksOf(has, wish, currentTexts()) };
}

async function work(db: Db, input: EstimateInput): Promise<{ wish: Wish; estimate: Estimate }> {
  const { style: styleId, quality, variations } = estimateInput.parse(input);
  const style = await findActiveStyle(db, styleId);
  if (!style) throw refused('style', say('generation.refused.style'));
  const { engine } = style;
  if (!engine.capabilities.qualities.includes(quality))
    throw refused('quality', say('generation.refused.quality'));
  const price = priceOf({ quality, surcharge: style.surcharge, variations });
  const seconds = await findBand(db, engine.name, quality, variations);
  const wish = { style, quality, variations };
  return { wish, estimate: { ...price, styleVersion: style.version, seconds, needs: tierOfWish(wish) } };
}
