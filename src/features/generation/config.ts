/** What can be asked for now: styles, shapes, sizes, prices and why something is not to be had. */
import type { Db } from '@/db/types';
import { MAX_VARIATIONS, PRICE_VERSION, QUALITY_CREDITS, type Quality } from '@/features/billing/price-list';
import { SHORT_SIDE } from './engine';
import { activeEngine } from './engines/active';
import type { Aspect } from './input';
import { listStyles, type StyleView } from './style-queries';

export type GenerationConfig = {
  styles: StyleView[];
  aspects: readonly Aspect[];
  qualities: { id: Quality; shortSide: number; credits: number }[];
  variations: { min: number; max: number };
  priceVersion: string;
  engine: { name: string; limits: readonly string[] };
};

export async function getGenerationConfig(db: Db): Promise<GenerationConfig> {
  const { name, capabilities } = activeEngine();
  return {
    styles: await listStyles(db),
    aspects: capabilities.aspects,
    qualities: capabilities.qualities.map((id) => ({
      id,
      shortSide: SHORT_SIDE[id],
      credits: QUALITY_CREDITS[id],
    })),
    variations: { min: 1, max: MAX_VARIATIONS },
    priceVersion: PRICE_VERSION,
    engine: { name, limits: capabilities.limits },
  };
}
