/** Why a photo set cannot give what is asked for; the page and the server say the same. */
import type { Quality } from '@/features/billing/price-list';
import { SHORT_SIDE } from './engine';

type Serves = { frames: number; shortSide: number };

/** Null when at least one selfie gives this shape at this size. */
export function whyNotServed(serves: Serves, quality: Quality): string | null {
  if (serves.frames === 0)
    return 'No photo shows your shoulders whole in this shape. Step back a little, or choose another shape.';
  if (serves.shortSide < SHORT_SIDE[quality])
    return `${SHORT_SIDE[quality]} px would be enlarged: your photos carry ${serves.shortSide}. Come closer, or choose a lower quality.`;
  return null;
}

/** Qualities that these photos give in none of the shapes, with the reason for the shape they give best. */
export function qualityProblems(
  shapes: readonly Serves[],
  qualities: readonly Quality[],
): Partial<Record<Quality, string>> {
  const best = shapes.reduce((a, b) => (b.shortSide > a.shortSide ? b : a));
  // A shape that no photo shows whole is the shape's problem, not the quality's.
  if (best.frames === 0) return {};
  const problems = qualities.flatMap((quality) => {
    const problem = whyNotServed(best, quality);
    return problem ? [[quality, problem] as const] : [];
  });
  return Object.fromEntries(problems);
}
