/** A sentence as words, cut into clauses that each say one thing. Pure. */

export type Clause = {
  words: string[];
  /** Opened by "and" or "or": what was denied before it may go on in it. */
  joined: boolean;
};

const WORD = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|[\p{L}\p{M}\p{N}]+|[.,;:!?\n()&+/<>]/gu;
const BREAK = /^[.,;:!?\n()<>]$/;
const JOIN = ['and', 'or', 'plus', '&', '+', '/', 'nor'];
const TURN = ['but', 'then', 'also', 'however', 'although', 'though', 'while', 'because'];

/** "Don't" is one word, "T-shirt" are two; case, accents of typography and punctuation are gone. */
export function clausesOf(message: string): Clause[] {
  const text = message
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
  const clauses: Clause[] = [];
  let current: Clause = { words: [], joined: false };
  const close = (joined: boolean) => {
    if (current.words.length > 0) clauses.push(current);
    current = { words: [], joined };
  };
  for (const [word] of text.matchAll(WORD)) {
    if (BREAK.test(word)) close(word === ',' && current.words.length > 0);
    else if (JOIN.includes(word)) close(true);
    else if (TURN.includes(word)) close(false);
    else current.words.push(word);
  }
  close(false);
  return clauses;
}

/** Whether `typed` is `word` with one letter too many, too few, wrong, or two that changed places. */
export function isTypo(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(typed.length, word.length) - start &&
    typed[typed.length - 1 - end] === word[word.length - 1 - end]
  )
    end += 1;
  const [ours, theirs] = [typed.slice(start, typed.length - end), word.slice(start, word.length - end)];
  if (ours.length <= 1 && theirs.length <= 1) return true;
  return ours.length === 2 && theirs.length === 2 && ours[0] === theirs[1] && ours[1] === theirs[0];
}
