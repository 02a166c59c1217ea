/** What `npm run soak` hands over to the long tests, and how they tell where they are. */
import { inject } from 'vitest';

export type SoakOptions = {
  seed: number;
  /** Of the model; 0 leaves it out. */
  commands: number;
  /** Commands that an earlier run with the same seed has done. */
  from: number;
  /** Of the mix, on each of the two databases. */
  operations: number;
  /** Orders of the storm; each has about five events. */
  orders: number;
};

declare module 'vitest' {
  interface ProvidedContext {
    soak: SoakOptions;
  }
}

/** Nine orders have forty events, so these have the 2,000 that a storm must have. */
export const STORM = { orders: 460, events: 2_000 };

const EVERY = 10_000;
const started = Date.now();
let toldAt = started;

export const soak = (): SoakOptions => inject('soak');

export function say(line: string): void {
  const seconds = Math.round((Date.now() - started) / 1_000);
  process.stdout.write(`${String(seconds).padStart(6)} s  ${line}\n`);
}

/** Says the line when ten seconds have gone by since the last one. */
export function sayNowAndThen(line: () => string): void {
  if (Date.now() - toldAt < EVERY) return;
  toldAt = Date.now();
  say(line());
}
