/** Wishes in the words of chips and menus. */
import type { Texts } from '@/texts/make-texts';
import type { MessageKey } from '@/texts/message-key';
import {
  colourName,
  type PreferenceField,
  type Preferences,
  type WishLimit,
  whyNot,
  wishesOf,
} from './preference-rules';

export type WishChip = {
  field: PreferenceField;
  value: string;
  label: string;
  /** Of a backdrop, `#rrggbb`. */
  colour: string | null;
  /** Why it cannot be had with this engine. */
  why: string | null;
};

/** One chip a wish, in the order of the fields. */
export function chipsOf(preferences: Preferences, limits: readonly WishLimit[], texts: Texts): WishChip[] {
  return wishesOf(preferences).map(({ field, value }) => ({
    field,
    value,
    label: labelOf(field, value, texts),
    colour: field === 'backdrop' ? value : null,
    why: whyNot(limits, field, value),
  }));
}

/** "Navy backdrop", "A bit warmer". */
export function labelOf(field: PreferenceField, value: string, { t }: Texts): string {
  if (field !== 'backdrop') return t(`generation.client.wish.${field}.${value}` as MessageKey);
  const { name, near } = colourName(value);
  const colour = t(`generation.client.colours.${name}`);
  return near
    ? t('generation.client.wish.backdropNear', { colour, hex: value })
    : t('generation.client.wish.backdrop', { colour });
}

/** A label inside of a sentence: "no tie", "a bit warmer", but "T-shirt". German keeps its capitals, which mark nouns. */
export function inSentence(label: string, { language }: Texts): string {
  if (language !== 'en' || !/^[A-Z][a-z ]/.test(label)) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
