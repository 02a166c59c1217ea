/**
 * What Next and libraries write to the console becomes lines of our log. Left alone, an error of a page would stand there over many
 * lines, with the values of its statement: addresses, notes, tokens.
 */
import { log } from './log';
import { errorMessage } from './log-error';

const LEVELS = { error: 'error', warn: 'warn', log: 'info', info: 'info' } as const;

/** From now on, in this process. Meant for production: at a desk the console's own form reads better. */
export function takeOverConsole(): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, 'error' | 'warn' | 'info'][])
    console[method] = (...said: unknown[]) => {
      const { err, words } = told(said);
      log[level](err === undefined ? {} : { err }, words);
    };
}

/** Words and errors. Other values may hold anything, so they stay out. */
export function told(said: unknown[]): { err: unknown; words: string } {
  const words = said
    .filter((one) => typeof one === 'string')
    .map((one) => errorMessage(plain(one)).trim())
    .filter((one) => /[\p{L}\d]/u.test(one));
  const err = said.find((one) => one instanceof Error);
  return { err, words: words.join(' ') || (err === undefined ? 'console' : 'failed') };
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a colour begins.
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
