/**
 * What a vision model may say about a person: hair, facial hair, glasses, marks, in words of these lists. There is no field for
 * origin, age, health or anything else, and no free text that could carry it, or an instruction, into a prompt.
 */
import { z } from 'zod';

export const SUBJECT_VERSION = 'subject-1';

const LENGTHS = [
  'shaved',
  'very short',
  'short',
  'chin-length',
  'shoulder-length',
  'long',
  'covered',
] as const;
const TEXTURES = ['straight', 'wavy', 'curly', 'tightly curled'] as const;
const COLOURS = [
  'black',
  'dark brown',
  'brown',
  'light brown',
  'blond',
  'red',
  'grey',
  'white',
  'dyed',
] as const;
const HAIRLINES = ['full', 'receding', 'bald on top'] as const;
const BEARDS = ['none', 'stubble', 'moustache', 'goatee', 'short beard', 'full beard'] as const;
const WORN = ['never', 'sometimes', 'always'] as const;
const FRAMES = ['thin metal', 'thin dark', 'thick dark', 'transparent', 'rimless', 'coloured'] as const;
const MARKS = ['mole', 'scar', 'freckles', 'birthmark', 'dimple', 'piercing'] as const;
const PLACES = [
  'forehead',
  'left cheek',
  'right cheek',
  'nose',
  'upper lip',
  'chin',
  'left eyebrow',
  'right eyebrow',
] as const;

/** At most so many marks reach a prompt. */
const MOST_MARKS = 4;

/** Every field is required and what cannot be seen is null: the vendor's structured output knows no optional fields. */
export const subjectSchema = z.strictObject({
  hair: z.strictObject({
    length: z.enum(LENGTHS).nullable(),
    texture: z.enum(TEXTURES).nullable(),
    colour: z.enum(COLOURS).nullable(),
    hairline: z.enum(HAIRLINES).nullable(),
  }),
  facialHair: z.enum(BEARDS).nullable(),
  glasses: z.strictObject({ worn: z.enum(WORN).nullable(), frame: z.enum(FRAMES).nullable() }),
  marks: z.array(z.strictObject({ kind: z.enum(MARKS), place: z.enum(PLACES) })),
});

export type Subject = z.infer<typeof subjectSchema>;

export const SUBJECT_INSTRUCTIONS = [
  'The photos show one adult, who agreed to this description. Describe only hair, facial hair, glasses and lasting marks of the face,',
  'in the words of the schema. Left and right are the person’s own. Report what several photos agree on; use null for what you cannot',
  'see, and leave out a mark unless it is plainly visible. Say nothing about origin, age, gender, health, mood or attractiveness.',
].join(' ');

/** One sentence a finding; empty when nothing is known. */
export function describeSubject({ hair, facialHair, glasses, marks }: Subject): string {
  return [
    hairSentence(hair),
    facialHair === 'none' ? 'No facial hair.' : facialHair && `Facial hair: ${facialHair}.`,
    glassesSentence(glasses),
    marks.length > 0 &&
      `Keep: ${marks
        .slice(0, MOST_MARKS)
        .map(({ kind, place }) => `${kind} on the ${place}`)
        .join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function hairSentence({ length, texture, colour, hairline }: Subject['hair']): string | null {
  if (length === 'covered') return 'The hair is covered; keep the covering as it is.';
  const words = [length, texture, colour].filter((word) => word !== null);
  const line = hairline && hairline !== 'full' ? `hairline ${hairline}` : null;
  if (words.length === 0) return line && `Hair: ${line}.`;
  return `Hair: ${[words.join(', '), line].filter((part) => part !== null).join('; ')}.`;
}

/** Who wears them in some photos only may be drawn either way. */
function glassesSentence({ worn, frame }: Subject['glasses']): string | null {
  if (worn === 'always') return `Wears glasses${frame ? ` with ${frame} frames` : ''}.`;
  return worn === 'never' ? 'Wears no glasses.' : null;
}
