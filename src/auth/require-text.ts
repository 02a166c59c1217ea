import { AppError } from '@/lib/errors';
import { say } from '@/texts/current-texts';

/** The database takes neither: the character zero, and one half of a character that has two. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** Every name of ours is shorter. */
const LONGEST_NAME = 100;

/** Throws `malformed` when a text anywhere in `value` cannot be stored. However wide or deep it is, and also where it holds itself. */
export function requireText(value: unknown): void {
  const waiting = [value];
  const seen = new Set<object>();
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && NO_TEXT.test(one)) throw new AppError('malformed', say('errors.noText'));
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const [name, inner] of Object.entries(one)) waiting.push(name, inner);
  }
}

/** The same for what a path names: ids, slugs and secrets, none of which is long. */
export function requireNames(params: Record<string, string>): void {
  requireText(params);
  if (Object.values(params).some((value) => value.length > LONGEST_NAME))
    throw new AppError('malformed', say('errors.longName'));
}
