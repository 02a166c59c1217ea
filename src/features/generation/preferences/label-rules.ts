/** Wishes in the words of chips and menus. */
import {
  type ChoiceField,
  colourName,
  type PreferenceField,
  type Preferences,
  type VALUES,
  type WishLimit,
  whyNot,
  wishesOf,
} from './preference-rules';

export const FIELD_NAMES: Record<PreferenceField, string> = {
  backdrop: 'Backdrop colour',
  background: 'Background',
  brightness: 'Brightness',
  contrast: 'Contrast',
  warmth: 'Warmth',
  framing: 'Framing',
  expression: 'Expression',
  attire: 'Clothes',
  attireColour: 'Colour of the clothes',
  tie: 'Tie',
  glasses: 'Glasses',
  hat: 'Hat',
  jewellery: 'Jewellery',
};

type Labels = { [Field in ChoiceField]: Record<(typeof VALUES)[Field][number], string> };

export const LABELS: Labels = {
  background: {
    plain: 'Plain background',
    gradient: 'Lit background',
    office: 'Office background',
    outdoors: 'Outdoor background',
  },
  brightness: {
    'much-darker': 'Much darker',
    darker: 'A bit darker',
    brighter: 'A bit brighter',
    'much-brighter': 'Much brighter',
  },
  contrast: {
    'much-softer': 'Much softer light',
    softer: 'Softer light',
    stronger: 'More contrast',
    'much-stronger': 'Much more contrast',
  },
  warmth: {
    'much-cooler': 'Much cooler',
    cooler: 'A bit cooler',
    warmer: 'A bit warmer',
    'much-warmer': 'Much warmer',
  },
  framing: { closer: 'Closer', wider: 'Wider' },
  expression: {
    smile: 'A smile',
    warm: 'Friendly look',
    relaxed: 'Relaxed look',
    confident: 'Confident look',
    serious: 'Serious look',
  },
  attire: {
    suit: 'Suit',
    blazer: 'Blazer',
    shirt: 'Shirt',
    blouse: 'Blouse',
    polo: 'Polo shirt',
    knit: 'Knitwear',
    't-shirt': 'T-shirt',
    dress: 'Dress',
    scrubs: 'Scrubs',
    'lab-coat': 'White coat',
    robe: 'Robe',
  },
  attireColour: {
    black: 'Black clothes',
    charcoal: 'Charcoal clothes',
    grey: 'Grey clothes',
    white: 'White clothes',
    cream: 'Cream clothes',
    navy: 'Navy clothes',
    blue: 'Blue clothes',
    'light-blue': 'Light blue clothes',
    green: 'Green clothes',
    burgundy: 'Burgundy clothes',
    red: 'Red clothes',
    pink: 'Pink clothes',
    purple: 'Purple clothes',
    brown: 'Brown clothes',
    beige: 'Beige clothes',
  },
  tie: { with: 'With a tie', without: 'No tie' },
  glasses: { keep: 'Keep glasses', without: 'No glasses' },
  hat: { keep: 'Keep the hat', without: 'No hat' },
  jewellery: { keep: 'Keep jewellery', without: 'No jewellery' },
};

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
export function chipsOf(preferences: Preferences, limits: readonly WishLimit[]): WishChip[] {
  return wishesOf(preferences).map(({ field, value }) => ({
    field,
    value,
    label: labelOf(field, value),
    colour: field === 'backdrop' ? value : null,
    why: whyNot(limits, field, value),
  }));
}

/** "Navy backdrop", "A bit warmer". */
export function labelOf(field: PreferenceField, value: string): string {
  if (field !== 'backdrop') return (LABELS[field] as Record<string, string>)[value] ?? value;
  const { name, near } = colourName(value);
  return `${name} backdrop${near ? ` ${value}` : ''}`;
}
