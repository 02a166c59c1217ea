/**
 * What a person can wish for beside the style: values of these lists and one colour, never words of their own, so that nothing but
 * these reaches an engine. Pure and small: page, server and engines share it.
 */

import type { Texts } from '@/texts/make-texts';
import type { MessageKey } from '@/texts/message-key';

/** In the order in which chips and menus show them. `much-` is twice the step. */
export const VALUES = {
  background: ['plain', 'gradient', 'office', 'outdoors'],
  brightness: ['much-darker', 'darker', 'brighter', 'much-brighter'],
  contrast: ['much-softer', 'softer', 'stronger', 'much-stronger'],
  warmth: ['much-cooler', 'cooler', 'warmer', 'much-warmer'],
  framing: ['closer', 'wider'],
  expression: ['smile', 'warm', 'relaxed', 'confident', 'serious'],
  attire: [
    'suit',
    'blazer',
    'shirt',
    'blouse',
    'polo',
    'knit',
    't-shirt',
    'dress',
    'scrubs',
    'lab-coat',
    'robe',
  ],
  attireColour: [
    'black',
    'charcoal',
    'grey',
    'white',
    'cream',
    'navy',
    'blue',
    'light-blue',
    'green',
    'burgundy',
    'red',
    'pink',
    'purple',
    'brown',
    'beige',
  ],
  tie: ['with', 'without'],
  glasses: ['keep', 'without'],
  hat: ['keep', 'without'],
  jewellery: ['keep', 'without'],
} as const;

export type ChoiceField = keyof typeof VALUES;
export type PreferenceField = 'backdrop' | ChoiceField;

/** `backdrop` is a colour, sRGB as `#rrggbb`. What is not named stays as the style and the photos have it. */
export type Preferences = { backdrop?: string | undefined } & {
  [Field in ChoiceField]?: (typeof VALUES)[Field][number] | undefined;
};

export const CHOICE_FIELDS = Object.keys(VALUES) as ChoiceField[];
export const PREFERENCE_FIELDS: readonly PreferenceField[] = ['backdrop', ...CHOICE_FIELDS];

/** What an engine cannot give: a field, or some values of it, and why, as the person reads it. */
export type WishLimit = { field: PreferenceField; values?: readonly string[]; why: string };

/** As an engine says it: the reason is the key of a text. */
export type KeyedLimit = WishLimit & { why: MessageKey };

export function limitsIn(limits: readonly KeyedLimit[], { t }: Texts): WishLimit[] {
  return limits.map((limit) => ({ ...limit, why: t(limit.why) }));
}

/** The reason, or null when it can be had. */
export function whyNot(limits: readonly WishLimit[], field: PreferenceField, value: string): string | null {
  const limit = limits.find((one) => one.field === field && (!one.values || one.values.includes(value)));
  return limit?.why ?? null;
}

export type Wish = { field: PreferenceField; value: string };

export function wishesOf(preferences: Preferences): Wish[] {
  return PREFERENCE_FIELDS.flatMap((field) => {
    const value = preferences[field];
    return value === undefined ? [] : [{ field, value }];
  });
}

/** The part that can be had; undefined when nothing is left. */
export function possibleWishes(
  preferences: Preferences,
  limits: readonly WishLimit[],
): Preferences | undefined {
  const possible = wishesOf(preferences).filter(({ field, value }) => whyNot(limits, field, value) === null);
  return possible.length > 0
    ? Object.fromEntries(possible.map(({ field, value }) => [field, value]))
    : undefined;
}

/** Sets one wish, or takes it back with null. */
export function withWish(
  preferences: Preferences,
  field: PreferenceField,
  value: string | null,
): Preferences {
  const { [field]: _, ...rest } = preferences;
  return value === null ? rest : { ...rest, [field]: value };
}

/** Named as prompts and the chat's lexicon name them; people read `generation.client.colours`. */
export const SWATCHES = [
  { name: 'white', hex: '#f7f7f5' },
  { name: 'light grey', hex: '#cfd3d7' },
  { name: 'grey', hex: '#8c9299' },
  { name: 'charcoal', hex: '#34383d' },
  { name: 'navy', hex: '#1f3556' },
  { name: 'blue', hex: '#3f74b5' },
  { name: 'light blue', hex: '#a9c8e6' },
  { name: 'teal', hex: '#1e7f80' },
  { name: 'green', hex: '#3f7d55' },
  { name: 'sage', hex: '#a3b39b' },
  { name: 'beige', hex: '#d8c7ae' },
  { name: 'burgundy', hex: '#6d2437' },
] as const;

/** Colours that can be named, beyond the swatches. */
export const MORE_COLOURS = [
  { name: 'black', hex: '#17181a' },
  { name: 'cream', hex: '#f1e9d8' },
  { name: 'brown', hex: '#6b4a34' },
  { name: 'tan', hex: '#b9936b' },
  { name: 'red', hex: '#b23a38' },
  { name: 'coral', hex: '#e27d62' },
  { name: 'orange', hex: '#d97b2f' },
  { name: 'yellow', hex: '#e3bd4f' },
  { name: 'gold', hex: '#b9924a' },
  { name: 'olive', hex: '#6f7344' },
  { name: 'mint', hex: '#a9d6c1' },
  { name: 'turquoise', hex: '#43aaa8' },
  { name: 'purple', hex: '#66478f' },
  { name: 'lavender', hex: '#b9addb' },
  { name: 'pink', hex: '#dd9db0' },
] as const;

type Colour = (typeof SWATCHES)[number] | (typeof MORE_COLOURS)[number];

/** The name of the nearest colour that has one; `near` when it is another shade. */
export function colourName(hex: string): { name: Colour['name']; near: boolean } {
  let best: Colour = SWATCHES[0];
  for (const one of [...SWATCHES, ...MORE_COLOURS])
    if (distance(one.hex, hex) < distance(best.hex, hex)) best = one;
  return { name: best.name, near: best.hex !== hex };
}

/** Weighted by what the eye sees of each channel (redmean), 0–765. */
export function distance(a: string, b: string): number {
  const [r1, g1, b1] = channels(a);
  const [r2, g2, b2] = channels(b);
  const mean = (r1 + r2) / 2;
  return Math.sqrt(
    (2 + mean / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - mean) / 256) * (b1 - b2) ** 2,
  );
}

function channels(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}
