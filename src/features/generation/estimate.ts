/** What a request would cost and how long it usually takes, before anything is asked for. */
import type { Db } from '@/db/types';
import { type Price, priceOf } from '@/features/billing/prices';
import { activeEngine } from './engines/active';
import type { Band } from './eta';
import { type EstimateInput, estimateInput } from './input';
import { refused } from './photo-set-check';
import { findBand } from './speed-queries';
import { findActiveStyle } from './style-queries';

export type Estimate = Price & { seconds: Band };

/** Throws `invalid` for a style or quality that cannot be had. */
export async function estimateGeneration(db: Db, input: EstimateInput): Promise<Estimate> {
  const { style: styleId, quality, variations } = estimateInput.parse(input);
  const style = await findActiveStyle(db, styleId);
  if (!style) throw refused('style', 'Choose one of the styles.');
  const engine = activeEngine();
  if (!engine.capabilities.qualities.includes(quality)) throw refused('quality', 'Choose standard.');
  const price = priceOf({ quality, premium: style.premium, variations });
  return { ...price, seconds: await findBand(db, engine.name, quality, variations) };
}
