/** Random numbers that come again with their seed (mulberry32). */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with this probability. */
  chance(probability: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
    shuffle<T>(items: readonly T[]): T[] {
      const mixed = [...items];
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = int(0, at);
        [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
      }
      return mixed;
    },
  };
}

export const newSeed = (): number => Math.floor(Math.random() * 2 ** 31);

/** Whatever `work` throws says which seed makes it happen again. */
export async function withSeed<T>(seed: number, work: (random: Random) => Promise<T>): Promise<T> {
  try {
    return await work(seeded(seed));
  } catch (error) {
    if (error instanceof Error) error.message = `${error.message} (seed ${seed})`;
    throw error;
  }
}

/** Runs all works, at most `width` at once. */
export async function inParallel<T>(works: readonly (() => Promise<T>)[], width: number): Promise<T[]> {
  const answers: T[] = [];
  let at = 0;
  const worker = async () => {
    while (at < works.length) {
      const own = at;
      at += 1;
      const work = works[own];
      if (work) answers[own] = await work();
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}
