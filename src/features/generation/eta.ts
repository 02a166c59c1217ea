/** How long it will take: an honest band from recent runs, never a single number. Seconds. */

import type { EngineName } from './engine';

export type Band = { low: number; high: number };

/** One finished run, as the history tells it. */
export type Run = { seconds: number; pictures: number };

/** Fewer runs than this say little; until then the band below stands. */
const ENOUGH_RUNS = 3;

/**
 * Seconds a picture before there is a history. The studio engine on two cores (measured): the first picture of a selfie takes 4–7 s,
 * models load once in about 3 s. The others by what their vendors say.
 */
const UNTRIED: Record<EngineName, Band> = {
  studio: { low: 4, high: 9 },
  openai: { low: 30, high: 90 },
  replicate: { low: 20, high: 90 },
};

/**
 * Seconds for `pictures` pictures: from the 20th to the 80th percentile of recent runs, counted by picture. Always at
 * least a second, and a band at least a quarter wide.
 */
export function bandOf(engine: EngineName, runs: readonly Run[], pictures: number): Band {
  const each = runs
    .filter((run) => run.pictures > 0 && run.seconds > 0)
    .map((run) => run.seconds / run.pictures)
    .sort((a, b) => a - b);
  const band =
    each.length < ENOUGH_RUNS ? UNTRIED[engine] : { low: quantile(each, 0.2), high: quantile(each, 0.8) };
  return tidy({ low: band.low * pictures, high: Math.max(band.high, band.low * 1.25) * pictures });
}

/** What is left of a band when `progress` (0–100) is done; `queueShare` percent of it are waiting, not work. */
export function remaining(band: Band, progress: number, queueShare: number): Band {
  const worked = Math.min(1, Math.max(0, (progress - queueShare) / (100 - queueShare)));
  return tidy({ low: band.low * (1 - worked), high: band.high * (1 - worked) });
}

/** What is before a waiting generation: `waiting` others, and `running` ones on as many workers. */
export type Queue = { waiting: number; running: number };

/** The same work behind others of its kind. The running ones may be just about to end, or have just begun. */
export function behind(band: Band, { waiting, running }: Queue): Band {
  const rounds = waiting / Math.max(1, running);
  return tidy({
    low: band.low * (1 + Math.floor(rounds)),
    high: band.high * (1 + Math.ceil(rounds) + (running > 0 ? 1 : 0)),
  });
}

function tidy({ low, high }: Band): Band {
  const least = Math.max(1, Math.floor(low));
  return { low: least, high: Math.max(least + 1, Math.ceil(high)) };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
