import { MAX_VARIATIONS, PREMIUM_CREDITS, PRICE_VERSION, QUALITY_CREDITS, type Quality } from './price-list';

export type PriceRequest = {
  quality: Quality;
  /** Whether the style is a premium one. */
  premium: boolean;
  /** Pictures asked for, 1–4. */
  variations: number;
};

export type Price = {
  /** Credits of one accepted picture. */
  each: number;
  /** Credits that are held: all pictures added up. */
  total: number;
  version: string;
};

/**
 * What a generation costs, in credits. The page, the API and the server all ask here, so that the estimate, the button and the
 * hold agree. Throws a `RangeError` for a number of variations that no checked input can have.
 */
export function priceOf({ quality, premium, variations }: PriceRequest): Price {
  if (!Number.isInteger(variations) || variations < 1 || variations > MAX_VARIATIONS) {
    throw new RangeError(`variations must be 1–${MAX_VARIATIONS}`);
  }
  const each = QUALITY_CREDITS[quality] + (premium ? PREMIUM_CREDITS : 0);
  return { each, total: each * variations, version: PRICE_VERSION };
}
