/** A likeness in words, from the numbers that were kept. Pure and safe in the browser. */
import type { Likeness } from './generation-types';

const MEANING: Record<Likeness['word'], string> = {
  excellent: '60 and more is excellent: the face is plainly yours.',
  good: '50 to 59 is good: it is you, with something a little different.',
  weak: '40 to 49 is weak: it may be you. Look twice before you use it.',
  unlike: 'Below 40 a picture is not shown and not charged.',
};

/** What the number means, how it was measured, and what lowers it: one sentence or two each. */
export function explainLikeness({ score, word, measured }: Likeness): string[] {
  return [MEANING[word], howMeasured(score, measured), WHAT_LOWERS];
}

const WHAT_LOWERS =
  'A turned head, another expression, glasses or hair over the face lower it. Light, clothes and background hardly count.';

function howMeasured(score: number, measured: Likeness['measured']): string {
  if (!measured) return 'It is how alike the face is to the mean of your selfies, from 0 to 100.';
  const { selfies, low, high } = measured;
  const range = low === high ? `${low}` : `${low} to ${high}`;
  const compared =
    score >= low
      ? 'so the picture is as much like you as your own photos are like each other'
      : `so the picture is ${low - score} further away than the least alike of your own photos`;
  return `It is how alike the face is to the mean of your ${selfies} selfies. They themselves reach ${range}, ${compared}.`;
}

export const NEAR_COPY =
  'This is nearly one of your selfies again, not much of a new picture. Another style or another variation may give you more.';
