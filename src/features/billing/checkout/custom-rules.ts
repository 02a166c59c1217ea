/** The custom amount as it is chosen: the stops of its slider, what is typed, and the words about cheaper packs. */
import type { Texts } from '@/texts/make-texts';
import { CUSTOM } from '../price-list';
import { type CheaperOffer, cheaperOffer, customCents } from '../prices';

/** Closer together where most teams are; any number between them can be typed. */
export const CUSTOM_STOPS: readonly number[] = [
  CUSTOM.min,
  200,
  250,
  300,
  350,
  400,
  450,
  500,
  600,
  700,
  800,
  1_000,
  1_250,
  1_500,
  2_000,
  2_500,
  3_000,
  4_000,
  5_000,
  7_500,
  CUSTOM.max,
];

/** The stop that a number is nearest to from below. */
export function stopOf(credits: number): number {
  const above = CUSTOM_STOPS.findIndex((stop) => stop > credits);
  return above === -1 ? CUSTOM_STOPS.length - 1 : Math.max(0, above - 1);
}

export type Choice =
  | { ok: true; credits: number; amountCents: number; cheaper: CheaperOffer | null }
  | { ok: false; problem: string };

/** Reads what was typed ("300", "1,000", "1.000"). */
export function readChoice(text: string, { t }: Texts): Choice {
  const digits = text.trim().replace(/(?<=\d)[,. ](?=\d{3}\b)/g, '');
  const credits = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  if (Number.isNaN(credits)) return { ok: false, problem: t('shop.client.custom.notANumber') };
  const amountCents = customCents(credits);
  if (amountCents !== null) return { ok: true, credits, amountCents, cheaper: cheaperOffer(credits) };
  return {
    ok: false,
    problem:
      credits < CUSTOM.min
        ? t('shop.client.custom.tooFew', { min: CUSTOM.min })
        : t('shop.client.custom.tooMany', { max: CUSTOM.max }),
  };
}

/** "1 Enterprise pack, $199, costs $1 less and brings 100 more." */
export function cheaperWords(credits: number, offer: CheaperOffer, { t, cents }: Texts): string {
  return t('shop.client.custom.cheaper', {
    packs: offer.packs,
    pack: offer.pack.name,
    price: cents(offer.amountCents),
    saved: cents((customCents(credits) ?? 0) - offer.amountCents),
    more: Math.max(0, offer.credits - credits),
  });
}

const PICTURES_EACH = 4;

/** What a number of credits is good for: so many standard pictures, and how many people that is. `alone`: there is one. */
export function enoughWords(credits: number, { t }: Texts, alone = false): string {
  if (alone) return t('shop.client.custom.enough', { count: credits });
  return t('shop.client.custom.people', { count: credits, people: Math.floor(credits / PICTURES_EACH) });
}
