/** A likeness in words, from the numbers that were kept. Pure and safe in the browser. */
import type { Texts } from '@/texts/make-texts';
import type { Likeness } from './generation-types';

/** What the number means, how it was measured, and what lowers it: one sentence or two each. */
export function explainLikeness({ score, word, measured }: Likeness, texts: Texts): string[] {
  const { t } = texts;
  return [
    t(`generation.client.likeness.meaning.${word}`),
    howMeasured(score, measured, texts),
    t('generation.client.likeness.lowers'),
  ];
}

function howMeasured(score: number, measured: Likeness['measured'], { t }: Texts): string {
  if (!measured) return t('generation.client.likeness.unmeasured');
  const { selfies, low, high } = measured;
  const range = low === high ? `${low}` : t('generation.client.likeness.range', { low, high });
  return score >= low
    ? t('generation.client.likeness.asAlike', { selfies, range })
    : t('generation.client.likeness.further', { selfies, range, by: low - score });
}
