/** Why a photo set cannot give what is asked for; the page and the server say the same. */

import type { Quality } from '@/features/billing/price-list';
import type { Texts } from '@/texts/make-texts';
import { SHORT_SIDE } from './engine';

type Serves = { frames: number; shortSide: number };

/** Null when at least one selfie gives this shape at this size. */
export function whyNotServed(serves: Serves, quality: Quality, { t }: Texts): string | null {
  if (serves.frames === 0) return t('generation.client.photos.notWhole');
  if (serves.shortSide < SHORT_SIDE[quality])
    return t('generation.client.photos.tooSmall', {
      needed: SHORT_SIDE[quality],
      carried: serves.shortSide,
    });
  return null;
}

/** Qualities that these photos give in none of the shapes, with the reason for the shape they give best. */
export function qualityProblems(
  shapes: readonly Serves[],
  qualities: readonly Quality[],
  texts: Texts,
): Partial<Record<Quality, string>> {
  const best = shapes.reduce((a, b) => (b.shortSide > a.shortSide ? b : a));
  // A shape that no photo shows whole is the shape's problem, not the quality's.
  if (best.frames === 0) return {};
  const problems = qualities.flatMap((quality) => {
    const problem = whyNotServed(best, quality, texts);
    return problem ? [[quality, problem] as const] : [];
  });
  return Object.fromEntries(problems);
}
