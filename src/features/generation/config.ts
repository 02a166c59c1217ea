/** What can be asked for now: styles, shapes, sizes, prices and why something is not to be had. */

import type { Db } from '@/db/types';
import type { Tier } from '@/features/billing/entitlement-rules';
import { MAX_VARIATIONS, PRICE_VERSION, QUALITY_CREDITS, type Quality } from '@/features/billing/price-list';
import type { OfferedQuality } from '@/features/billing/tier-rules';
import type { Texts } from '@/texts/make-texts';
import { SHORT_SIDE } from './engine';
import { activeEngine } from './engines/active';
import { studioEngine } from './engines/studio';
import type { Aspect } from './input';
import { tierOfQuality, tierOfStyle, tierOfVariations } from './lock-rules';
import { type AskedEngine, type EngineView, listStyles, type StyleView, viewEngine } from './style-queries';

export type GenerationConfig = {
  /** `comesWith` is the lowest tier that has it. */
  styles: (StyleView & { comesWith: Tier })[];
  aspects: readonly Aspect[];
  qualities: { id: Quality; shortSide: number; credits: number; comesWith: Tier }[];
  /** `comesWith` of 1, 2, 3 and 4 pictures. */
  variations: { min: number; max: number; comesWith: Tier[] };
  priceVersion: string;
  /** Of styles that name no other. */
  engine: EngineView;
};

/** What the active engine can draw. */
export function offeredQualities({ capabilities } = activeEngine()): OfferedQuality[] {
  return capabilities.qualities.map((id) => ({ id, shortSide: SHORT_SIDE[id] }));
}

/** `asked`: as if the studio were the engine of every style. */
export async function getGenerationConfig(
  db: Db,
  texts: Texts,
  asked?: AskedEngine,
): Promise<GenerationConfig> {
  const engine = asked ? studioEngine : activeEngine();
  const { capabilities } = engine;
  return {
    styles: (await listStyles(db, texts, asked)).map((style) => ({
      ...style,
      comesWith: tierOfStyle(style.premium),
    })),
    aspects: capabilities.aspects,
    qualities: offeredQualities(engine).map(({ id, shortSide }) => ({
      id,
      shortSide,
      credits: QUALITY_CREDITS[id],
      comesWith: tierOfQuality(id),
    })),
    variations: {
      min: 1,
      max: MAX_VARIATIONS,
      comesWith: Array.from({ length: MAX_VARIATIONS }, (_, at) => tierOfVariations(at + 1)),
    },
    priceVersion: PRICE_VERSION,
    engine: viewEngine(engine, texts),
  };
}
