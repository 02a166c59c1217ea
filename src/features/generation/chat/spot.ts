/** Finds what the lexicon knows in a clause, the longest entries first, a typo at most one letter away. Pure. */
import {
  DENIALS,
  FILLERS,
  KEEP,
  LESS,
  LEXICON,
  LONGEST,
  type Meaning,
  MORE,
  NO_TYPOS,
  STRONGLY,
  UNDOERS,
  WEAKLY,
} from './lexicon';
import { isTypo } from './words';

export type Spot = { meaning: Meaning; phrase: string };

/** What a clause says, in its order: things of the lexicon, words that steer, and what nobody understood. */
export type Token = { spot: Spot } | { steer: string } | { unknown: string };

const STEERING = new Set([...DENIALS, ...UNDOERS, ...LESS, ...MORE, ...STRONGLY, ...WEAKLY, ...KEEP]);
const SINGLE = [...LEXICON.keys()].filter((phrase) => phrase.length >= 4 && !phrase.includes(' '));

export function readClause(words: readonly string[], typos = true): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at, typos);
    const word = words[at] ?? '';
    at += found?.length ?? 1;
    if (found) tokens.push({ spot: found.spot });
    else if (STEERING.has(word)) tokens.push({ steer: word });
    else if (!FILLERS.has(word)) tokens.push({ unknown: word });
  }
  return tokens;
}

function longestAt(
  words: readonly string[],
  at: number,
  typos: boolean,
): { spot: Spot; length: number } | null {
  for (let length = Math.min(LONGEST, words.length - at); length >= 1; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    const meaning = LEXICON.get(phrase) ?? hexColour(phrase);
    if (meaning) return { spot: { meaning, phrase }, length };
  }
  const meant = typos ? typoOf(words[at] ?? '') : null;
  const meaning = meant && LEXICON.get(meant);
  return meant && meaning ? { spot: { meaning, phrase: meant }, length: 1 } : null;
}

function hexColour(phrase: string): Meaning | null {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(phrase) ?? [];
  if (!digits) return null;
  const hex = `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
  return { kind: 'colour', hex, name: hex };
}

/** Short words are told apart by less than a letter, so they must at least begin alike. */
function typoOf(word: string): string | null {
  if (word.length < 4 || FILLERS.has(word) || STEERING.has(word) || NO_TYPOS.has(word)) return null;
  const alike = SINGLE.filter((known) => isTypo(word, known) && (word.length > 5 || known[0] === word[0]));
  return alike.find(({ length }) => length === word.length) ?? alike[0] ?? null;
}
