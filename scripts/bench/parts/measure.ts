/** Numbers that a noisy machine cannot bend much: what is compared runs in turns, and medians are taken. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

/** Calls per second of `clients` loops that call `work` for `ms`. The argument is the number of the client. */
export async function rate(
  clients: number,
  ms: number,
  work: (client: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - started < ms) {
        await work(client);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - started) / 1_000);
}

/** Milliseconds of one call. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export type Compared = {
  /** Medians of each. */
  one: number;
  other: number;
  /** The median of the rounds' own ratios: what slows a whole round down cancels out. */
  ratio: number;
};

/** `rounds` turns of each, right after each other; who begins alternates. */
export async function inTurns(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<Compared> {
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await one();
      pairs.push([first, await other()]);
    } else {
      const first = await other();
      pairs.push([await one(), first]);
    }
  }
  return {
    one: median(pairs.map(([value]) => value)),
    other: median(pairs.map(([, value]) => value)),
    ratio: median(pairs.map(([value, against]) => value / against)),
  };
}
