/** Prints what happens and stops at the first thing that is off. */

export class DemoFailure extends Error {}

let number = 0;

/** Runs one named step and prints what it answers. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  tell?: (value: T) => string,
): Promise<T> {
  number += 1;
  const started = performance.now();
  process.stdout.write(`${String(number).padStart(2)}  ${title} … `);
  const value = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${tell ? tell(value) : 'done'} (${seconds} s)\n`);
  return value;
}

/** Throws unless what was found is what must be. */
export function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new DemoFailure(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }
}

export function expectTrue(what: string, holds: boolean): void {
  if (!holds) throw new DemoFailure(what);
}

/** Asks again until `done`, at most `seconds` long. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  done: (value: T) => boolean,
  seconds: number,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    if (Date.now() > deadline)
      throw new DemoFailure(`${what}: not within ${seconds} s, last seen ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
