/**
 * The words an AI engine is given, in sections whose order is their weight: what the images are → who it must stay → what the person
 * looks like → the style → what was wished for → how it must look. Pure. Change a word, change `PROMPT_VERSION`: each generation keeps what it was told.
 */
import type { StoredPrompt, StylePrompt } from '@/db/schema/generation';
import type { Preferences } from '../preferences/preference-rules';
import { describeSubject, type Subject } from './subject';
import { describeWishes } from './wishes';

const PROMPT_VERSION = 'portrait-2';

const IMAGES =
  'All input images are photographs of one and the same adult, taken on different occasions. They show who the person is. Do not copy their backgrounds, clothes, light or framing, and do not paste any of them into the result.';

const IDENTITY =
  'The result must be recognizable as exactly this person to those who know them. Keep the shape of the face, the jaw, the eyes and their colour and distance, the nose, the mouth and teeth, the ears, the skin tone and skin texture with its pores, lines, moles, freckles and scars, the hairline and the hair, facial hair, glasses and the apparent age. Do not beautify, slim, smooth, lighten, make younger or symmetrical. Change nothing about the body that the photographs do not show.';

const REALISM =
  'One photograph of one person, taken by a portrait photographer: natural skin, catchlights in both eyes, correct ears, teeth and hair strands, no retouching look. No text, logo, watermark, frame, border, hands or second person. Fully and professionally dressed, shoulders covered.';

/** The small differences between the pictures of one generation, by its number. */
const TURNS = [
  'The head faces the camera straight on.',
  'The head is turned a little to the person’s left.',
  'The head is turned a little to the person’s right.',
  'The head is tipped very slightly, the smile a touch warmer.',
];

/** Everything but the person's description and what differs from picture to picture. */
export function buildPrompt(style: StylePrompt, preferences: Preferences = {}): StoredPrompt {
  const wished = describeWishes(preferences);
  const { framing, wardrobe, background, light, lens, expression } = style;
  return {
    version: PROMPT_VERSION,
    sections: [
      { role: 'images', text: IMAGES },
      { role: 'identity', text: IDENTITY },
      {
        role: 'style',
        text: [
          `Framing: ${framing}`,
          `Wardrobe: ${wardrobe}`,
          `Background: ${background}`,
          `Light: ${light}`,
          `Lens: ${lens}`,
          `Expression: ${expression}`,
        ].join(' '),
      },
      ...(wished ? [{ role: 'preferences', text: wished }] : []),
      { role: 'realism', text: REALISM },
    ],
  };
}

/** The text for picture `number` (from 1). The person's description stands between identity and style. */
export function renderPrompt(prompt: StoredPrompt, subject: Subject | null, number: number): string {
  const described = subject ? describeSubject(subject) : '';
  const turn = TURNS[(number - 1) % TURNS.length];
  return prompt.sections
    .flatMap(({ role, text }) => {
      if (role === 'identity' && described) return [text, `The person: ${described}`];
      return role === 'style' ? [`${text} ${turn}`] : [text];
    })
    .join('\n\n');
}
