import {
  CUSTOM,
  MAX_SURCHARGE,
  MAX_VARIATIONS,
  PACK_LIST,
  type Pack,
  PRICE_VERSION,
  QUALITY_CREDITS,
  type Quality,
} from './price-list';

export type PriceRequest = {
  quality: Quality;
  /** Credits that the style adds to each picture. */
  surcharge: number;
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
 * hold agree. Throws a `RangeError` for a number of variations or a surcharge that nothing checked can have.
 */
export function priceOf({ quality, surcharge, variations }: PriceRequest): Price {
  if (!Number.isInteger(variations) || variations < 1 || variations > MAX_VARIATIONS) {
    throw new RangeError(`variations must be 1–${MAX_VARIATIONS}`);
  }
  if (!Number.isInteger(surcharge) || surcharge < 0 || surcharge > MAX_SURCHARGE) {
    throw new RangeError(`surcharge must be 0–${MAX_SURCHARGE}`);
  }
  const each = QUALITY_CREDITS[quality] + surcharge;
  return { each, total: each * variations, version: PRICE_VERSION };
}

/** The price of a custom number of credits in cents, or null when that many are not sold. */
export function customCents(credits: number): number | null {
  if (!Number.isInteger(credits) || credits < CUSTOM.min || credits > CUSTOM.max) return null;
  return credits * CUSTOM.centsEach;
}

export type CheaperOffer = { pack: Pack; packs: number; credits: number; amountCents: number };

/** Packs that give at least as many credits for less money than the custom price; null when there are none. */
export function cheaperOffer(credits: number): CheaperOffer | null {
  const custom = customCents(credits);
  if (custom === null) return null;
  const offers = PACK_LIST.map((pack) => {
    const packs = Math.ceil(credits / pack.credits);
    return { pack, packs, credits: packs * pack.credits, amountCents: packs * pack.amountCents };
  }).filter(({ amountCents }) => amountCents < custom);
  return offers.sort((a, b) => a.amountCents - b.amountCents)[0] ?? null;
}
