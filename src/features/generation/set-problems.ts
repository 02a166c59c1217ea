/** Why a photo set cannot give what is asked for; the page and the server say the same. */
import type { Quality } from '@/features/billing/price-list';
import { SHORT_SIDE } from './engine';

/** Null when at least one selfie gives this shape at this size. */
export function whyNotServed(serves: { frames: number; shortSide: number }, quality: Quality): string | null {
  if (serves.frames === 0)
    return 'No photo shows your shoulders whole in this shape. Step back a little, or choose another shape.';
  if (serves.shortSide < SHORT_SIDE[quality])
    return `This needs ${SHORT_SIDE[quality]} px. Your sharpest photo allows ${serves.shortSide}.`;
  return null;
}
