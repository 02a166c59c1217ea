/** What a set can become, in words. Pure. */
import type { Texts } from '@/texts/make-texts';
import type { Aspect } from '@/vision/types';
import type { Served } from './photo-types';

/** "These photos can become: square up to 1536 px (6 photos), 3:4 up to 1024 px (1 photo)." and what is not there; null for an empty set. */
export function describeServed(
  serves: Record<Aspect, Served>,
  usable: number,
  { t, allOf }: Texts,
): string | null {
  if (usable === 0) return null;
  const shapeOf = (aspect: Aspect) => (aspect === '1:1' ? t('uploads.client.served.square') : aspect);
  const all = Object.entries(serves) as [Aspect, Served][];
  const there = all.filter(([, { frames }]) => frames > 0);
  const lacking = all.filter(([, { frames }]) => frames === 0).map(([aspect]) => shapeOf(aspect));
  const parts = there.map(([aspect, { frames, shortSide }]) =>
    t('uploads.client.served.one', { shape: shapeOf(aspect), side: String(shortSide), count: frames }),
  );
  const sentences = [];
  if (parts.length > 0) sentences.push(t('uploads.client.served.can', { shapes: parts.join(', ') }));
  if (lacking.length > 0) sentences.push(t('uploads.client.served.notYet', { shapes: allOf(lacking) }));
  return sentences.join(' ');
}
