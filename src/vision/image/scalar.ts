export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** Hermite step: 0 at and below `from`, 1 at and above `to`. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** The value below which `share` (0–1) of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  // A typed array sorts numbers as numbers, and many times as fast.
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function mean(numbers: readonly number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum / numbers.length;
}

export const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;
export const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/** Reproducible numbers in [0, 1): pictures must come out the same for the same seed. Not for secrets. */
export function seededRandom(seed: number): () => number {
  // Kept with a sign: a whole number of 31 bits and a sign costs V8 no memory each time, one of 32 does.
  let state = Math.imul(seed + 11, 2654435761);
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
  for (let i = 0; i < 5; i++) next();
  return next;
}
