/** Wishes as an AI engine is told them: each value of the list has its sentence here, so no word of a person reaches a prompt. */
import {
  type ChoiceField,
  colourName,
  type PreferenceField,
  type Preferences,
  type VALUES,
  wishesOf,
} from '../preferences/preference-rules';

const LEAD =
  'The person asked for the following. Where it differs from the style, this counts; it never changes the face, the body, the skin or the hair.';

type Words = { [Field in ChoiceField]: Record<(typeof VALUES)[Field][number], string> };

const WORDS: Words = {
  background: {
    plain: 'Background: one even colour without gradient.',
    gradient: 'Background: a studio backdrop with a soft pool of light.',
    office: 'Background: a bright modern office, far out of focus.',
    outdoors: 'Background: trees and daylight, far out of focus.',
  },
  brightness: {
    'much-darker': 'Clearly darker, low-key overall.',
    darker: 'A little darker overall.',
    brighter: 'A little brighter overall.',
    'much-brighter': 'Clearly brighter, high-key overall.',
  },
  contrast: {
    'much-softer': 'Very soft light with hardly any shadows.',
    softer: 'Softer light with gentler shadows.',
    stronger: 'More contrast between light and shadow.',
    'much-stronger': 'Strong contrast, one side of the face in clear shadow.',
  },
  warmth: {
    'much-cooler': 'Clearly cooler light and colours.',
    cooler: 'Slightly cooler light and colours.',
    warmer: 'Slightly warmer light and colours.',
    'much-warmer': 'Clearly warmer light and colours.',
  },
  framing: {
    closer: 'Framed closer: the head is larger in the picture, the top of the hair still in it.',
    wider: 'Framed wider: more of the shoulders and chest, more room around the head.',
  },
  expression: {
    smile: 'Expression: a natural smile.',
    warm: 'Expression: friendly and warm.',
    relaxed: 'Expression: relaxed and at ease.',
    confident: 'Expression: calm and confident.',
    serious: 'Expression: serious, mouth closed.',
  },
  attire: {
    suit: 'Wardrobe: a well-fitting suit jacket with a shirt or blouse.',
    blazer: 'Wardrobe: a blazer.',
    shirt: 'Wardrobe: a shirt with a collar.',
    blouse: 'Wardrobe: a blouse.',
    polo: 'Wardrobe: a polo shirt.',
    knit: 'Wardrobe: a fine-knit sweater.',
    't-shirt': 'Wardrobe: a plain T-shirt of good quality.',
    dress: 'Wardrobe: a business dress with sleeves.',
    scrubs: 'Wardrobe: clean medical scrubs.',
    'lab-coat': 'Wardrobe: a white medical coat over plain clothes.',
    robe: 'Wardrobe: the robe of a court or a university.',
  },
  attireColour: {
    black: 'The clothes are black.',
    charcoal: 'The clothes are charcoal grey.',
    grey: 'The clothes are grey.',
    white: 'The clothes are white.',
    cream: 'The clothes are cream.',
    navy: 'The clothes are navy blue.',
    blue: 'The clothes are blue.',
    'light-blue': 'The clothes are light blue.',
    green: 'The clothes are green.',
    burgundy: 'The clothes are burgundy.',
    red: 'The clothes are red.',
    pink: 'The clothes are pink.',
    purple: 'The clothes are purple.',
    brown: 'The clothes are brown.',
    beige: 'The clothes are beige.',
  },
  tie: { with: 'With a plain tie.', without: 'Without a tie.' },
  glasses: {
    keep: 'With the glasses of the photographs.',
    without: 'Without glasses: the eyes are exactly those of the photographs.',
  },
  hat: {
    keep: 'With the headwear of the photographs.',
    without: 'Without hat or cap. A head covering worn for faith stays as it is.',
  },
  jewellery: { keep: 'With the jewellery of the photographs.', without: 'Without jewellery.' },
};

/** Empty when nothing was wished for. */
export function describeWishes(preferences: Preferences): string {
  const sentences = wishesOf(preferences).map(({ field, value }) => sentenceOf(field, value));
  return sentences.length > 0 ? [LEAD, ...sentences].join(' ') : '';
}

function sentenceOf(field: PreferenceField, value: string): string {
  if (field !== 'backdrop') return (WORDS[field] as Record<string, string>)[value] ?? '';
  return `Background colour: ${colourName(value).name}, ${value}.`;
}
