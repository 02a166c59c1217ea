/** What a set can become, in words. Pure. */
import type { Aspect } from '@/vision/types';
import type { Served } from './photo-types';

const SHAPES: Record<Aspect, string> = { '1:1': 'square', '3:4': '3:4', '4:5': '4:5' };

/** "These photos can become: square up to 1536 px (6 photos), 3:4 up to 1024 px (1 photo)." and what is not there; null for an empty set. */
export function describeServed(serves: Record<Aspect, Served>, usable: number): string | null {
  if (usable === 0) return null;
  const all = Object.entries(serves) as [Aspect, Served][];
  const there = all.filter(([, { frames }]) => frames > 0);
  const lacking = all.filter(([, { frames }]) => frames === 0).map(([aspect]) => SHAPES[aspect]);
  const parts = there.map(
    ([aspect, { frames, shortSide }]) =>
      `${SHAPES[aspect]} up to ${shortSide} px (${frames === 1 ? '1 photo' : `${frames} photos`})`,
  );
  const sentences = [];
  if (parts.length > 0) sentences.push(`These photos can become: ${parts.join(', ')}.`);
  if (lacking.length > 0)
    sentences.push(`Not yet for ${listed(lacking)}: show your shoulders, and leave space around you.`);
  return sentences.join(' ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
